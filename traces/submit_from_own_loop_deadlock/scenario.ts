/** The loop's own thread submits to its loop and blocks on the result: the loop can never run the coroutine. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* print("worker runs");
}

function* main(): Coroutine<void> {
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), asyncio.get_running_loop());
  yield* print("waiting");
  yield* print("result:", yield* future.result());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
