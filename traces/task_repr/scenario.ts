/** How a task prints itself in each of its states. */
import { asyncio, builtins, print, repr, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<number> {
  yield* asyncio.sleep(0.01);
  return 42;
}

function* fails(): Coroutine<void> {
  throw new builtins.ValueError("v");
}

function* outer(task: asyncio.Task<number>): Coroutine<void> {
  yield* task;
}

function callback(_task: asyncio.Task<number>): void {}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(worker());
  yield* print("new:", task);
  yield* asyncio.sleep(0);
  yield* print("waiting:", task);
  const waits = asyncio.create_task(outer(task));
  yield* asyncio.sleep(0);
  yield* print("awaited:", task);
  yield* print("awaiting:", waits);
  task.add_done_callback(callback);
  yield* print("with a callback:", task);
  yield* task;
  yield* print("finished:", task);
  const failed = asyncio.create_task(fails(), { name: "named" });
  yield* asyncio.sleep(0);
  yield* print("failed:", failed, repr(failed.exception()));
  const cancelled = asyncio.create_task(worker());
  cancelled.cancel();
  yield* print("to be cancelled:", cancelled);
  yield* asyncio.sleep(0);
  yield* print("cancelled:", cancelled);
  const waiting = asyncio.create_task(worker());
  yield* asyncio.sleep(0);
  waiting.cancel();
  yield* print("to be cancelled while waiting:", waiting);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
