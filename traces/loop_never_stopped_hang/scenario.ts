/** The documented program without its stop: main ends, the other thread's loop runs on for ever. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<string> {
  return "result";
}

function* main(new_loop: asyncio.AbstractEventLoop): Coroutine<void> {
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), new_loop);
  yield* print(yield* asyncio.wrap_future(future));
}

export default function* program(): Blocking<void> {
  const new_loop = asyncio.new_event_loop();
  yield* new threading.Thread({ target: new_loop.run_forever }).start();
  yield* asyncio.run(main(new_loop));
  yield* print("main ends");
}
