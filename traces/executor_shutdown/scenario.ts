/** loop.shutdown_default_executor waits for the threads in a thread of its own, while the loop goes on. */
import { asyncio, builtins, except, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* work(label: string, delay: number): Blocking<void> {
  yield* time.sleep(delay);
  yield* print("worked", label);
}

function* tick(): Coroutine<void> {
  for (let count = 0; count < 3; count++) {
    yield* asyncio.sleep(0.04);
    const names = threading.enumerate().map((thread) => thread.name);
    yield* print("tick", names.sort());
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* loop.run_in_executor(null, work, "a", 0.02);
  yield* loop.run_in_executor(null, work, "b", 0.1);
  const task = asyncio.create_task(tick());
  yield* loop.shutdown_default_executor();
  yield* print("shut down", threading.active_count());
  try {
    yield* loop.run_in_executor(null, work, "late", 0);
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
  yield* loop.shutdown_default_executor();
  yield* task;
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  yield* print(new threading.Thread().name);
}
