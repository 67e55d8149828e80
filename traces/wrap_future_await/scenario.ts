/** asyncio.wrap_future makes the returned future awaitable: the awaiting loop goes on while it waits. */
import { asyncio, builtins, except, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function* worker(delay: number): Coroutine<string> {
  yield* asyncio.sleep(delay);
  return threading.current_thread().name;
}

function* ticker(): Coroutine<void> {
  yield* print("tick 1");
  yield* asyncio.sleep(0.02);
  yield* print("tick 2");
}

function* fails(): Coroutine<void> {
  throw new builtins.KeyError("missing");
}

function* main(new_loop: asyncio.AbstractEventLoop): Coroutine<void> {
  const tick = asyncio.create_task(ticker());
  const future = yield* asyncio.run_coroutine_threadsafe(worker(0.1), new_loop);
  const wrapped = asyncio.wrap_future(future);
  yield* print("a future of this loop:", asyncio.isfuture(wrapped), asyncio.isfuture(future));
  yield* print("worker ran in", yield* wrapped);
  yield* print("same again:", asyncio.wrap_future(wrapped) === wrapped);
  yield* tick;
  try {
    yield* asyncio.wrap_future(yield* asyncio.run_coroutine_threadsafe(fails(), new_loop));
  } catch (thrown) {
    const error = except(thrown, builtins.KeyError);
    yield* print("raised:", repr(error));
  }
}

export default function* program(): Blocking<void> {
  const new_loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: new_loop.run_forever, name: "Loop" });
  yield* thread.start();
  yield* asyncio.run(main(new_loop));
  yield* new_loop.call_soon_threadsafe(new_loop.stop);
  yield* thread.join();
  yield* new_loop.close();
}
