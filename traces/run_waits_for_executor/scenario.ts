/** asyncio.run waits for the default executor's jobs from 3.9 on; before, it only closes the loop and they end later. */
import { asyncio, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* work(label: string, delay: number): Blocking<void> {
  yield* time.sleep(delay);
  yield* print("worked", label);
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* loop.run_in_executor(null, work, "a", 0.02);
  yield* loop.run_in_executor(null, work, "b", 0.03);
  yield* asyncio.sleep(0.01);
  yield* print("main ends");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  yield* print("run has returned", threading.active_count());
  yield* time.sleep(0.03);
  yield* print("the end", threading.active_count());
}
