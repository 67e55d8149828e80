/** `except asyncio.TimeoutError` around future.result(timeout): it catches from 3.11 on, and not before. */
import { asyncio, builtins, concurrent, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* asyncio.sleep(10);
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const coroutine = worker();
  const future = yield* asyncio.run_coroutine_threadsafe(coroutine, loop);
  try {
    try {
      yield* future.result(0.05);
    } catch (thrown) {
      const error = except(thrown, asyncio.TimeoutError);
      yield* print("asyncio.TimeoutError caught it:", repr(error));
    }
  } catch (thrown) {
    const error = except(thrown, concurrent.futures.TimeoutError);
    yield* print("only concurrent.futures.TimeoutError caught it:", repr(error));
  }
  const of_asyncio = new asyncio.TimeoutError().constructor;
  yield* print("asyncio is concurrent.futures:", of_asyncio === new concurrent.futures.TimeoutError().constructor);
  yield* print("asyncio is builtin:", of_asyncio === new builtins.TimeoutError().constructor);
  coroutine.return();
  yield* loop.close();
}
