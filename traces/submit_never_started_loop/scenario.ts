/** A submission to a loop that nobody runs, and that is then closed: the coroutine is never awaited. */
import { asyncio, concurrent, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* print("worker runs");
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  try {
    yield* future.result(0.05);
  } catch (thrown) {
    except(thrown, concurrent.futures.TimeoutError);
    yield* print("no result: the loop does not run");
  }
  yield* loop.close();
  yield* print("closed; done:", yield* future.done());
}
