/** The loop is stopped before the future of run_until_complete is done; running it again completes the task. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<number> {
  asyncio.get_running_loop().stop();
  yield* print("stop requested");
  yield* asyncio.sleep(0.01);
  yield* print("worker ends");
  return 42;
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const task = loop.create_task(worker());
  try {
    yield* loop.run_until_complete(task);
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print("RuntimeError:", error);
  }
  yield* print("done:", task.done());
  yield* print("result:", yield* loop.run_until_complete(task));
  yield* print("again:", yield* loop.run_until_complete(task));
  yield* loop.close();
}
