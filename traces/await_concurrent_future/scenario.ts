/** The returned future is a concurrent.futures.Future: it cannot be awaited. */
import { asyncio, builtins, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<number> {
  return 42;
}

function* main(new_loop: asyncio.AbstractEventLoop): Coroutine<void> {
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), new_loop);
  try {
    // @ts-expect-error -- the compiler says so as well
    yield* print(yield* future);
  } catch (thrown) {
    const error = except(thrown, builtins.TypeError);
    yield* print("TypeError:", error);
  }
  try {
    // @ts-expect-error -- here too
    asyncio.ensure_future(future);
  } catch (thrown) {
    const error = except(thrown, builtins.TypeError);
    yield* print("TypeError:", error);
  }
  yield* print("result:", yield* future.result());
}

export default function* program(): Blocking<void> {
  const new_loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: new_loop.run_forever });
  yield* thread.start();
  yield* asyncio.run(main(new_loop));
  yield* new_loop.call_soon_threadsafe(new_loop.stop);
  yield* thread.join();
  yield* new_loop.close();
}
