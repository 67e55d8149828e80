/** shutdown_default_executor(timeout): in 3.12 the time limits only the join after the wait, from 3.13 on the wait itself, with a warning. */
import { asyncio, print, time, type Blocking, type Coroutine } from "interloop";

function* work(): Blocking<void> {
  yield* time.sleep(0.03);
  yield* print("worked");
}

function* main(timeout: number): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const future = yield* loop.run_in_executor(null, work);
  yield* loop.shutdown_default_executor(timeout);
  yield* print("shut down", future.done());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main(0.01));
  yield* asyncio.run(main(1));
  yield* asyncio.run(main(0));
}
