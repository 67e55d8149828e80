/** As submit_from_own_loop_deadlock, with a timeout: the coroutine runs only after the blocking wait is over. */
import { asyncio, concurrent, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<number> {
  yield* print("worker runs");
  return 42;
}

function* main(): Coroutine<void> {
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), asyncio.get_running_loop());
  try {
    yield* future.result(0.05);
  } catch (thrown) {
    except(thrown, concurrent.futures.TimeoutError);
    yield* print("timed out: this thread is the loop's");
  }
  yield* print("awaited:", yield* asyncio.wrap_future(future));
  yield* print("result:", yield* future.result());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
