/** result() without a timeout on a submission to a loop that nobody runs: it never ends. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* print("worker runs");
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  yield* print("waiting");
  yield* future.result();
  yield* print("never printed");
}
