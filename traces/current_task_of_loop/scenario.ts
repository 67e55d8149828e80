/** current_task and all_tasks of a loop that is given, and of none. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function names(tasks: Iterable<asyncio.Task>): string[] {
  return builtins.sorted(Array.from(tasks, (task) => task.get_name()));
}

function* child(loop: asyncio.AbstractEventLoop): Coroutine<string[]> {
  yield* print(asyncio.current_task(loop)?.get_name(), asyncio.current_task() === asyncio.current_task(loop));
  loop.call_soon(function* (): Blocking<void> {
    yield* print("callback:", asyncio.current_task(), names(asyncio.all_tasks()));
  });
  yield* asyncio.sleep(0);
  return names(asyncio.all_tasks(loop));
}

function* attempt(make: () => unknown): Blocking<void> {
  try {
    yield* print(make());
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
}

export default function* program(): Blocking<void> {
  const [loop, other] = [asyncio.new_event_loop(), asyncio.new_event_loop()];
  const first = loop.create_task(child(loop), { name: "first" });
  const second = other.create_task(child(other), { name: "second" });
  yield* print(asyncio.current_task(loop), names(asyncio.all_tasks(loop)), names(asyncio.all_tasks(other)));
  yield* attempt(() => asyncio.current_task());
  yield* attempt(() => asyncio.all_tasks());
  yield* attempt(() => asyncio.current_task(null));
  yield* print(yield* loop.run_until_complete(first), asyncio.all_tasks(loop), names(asyncio.all_tasks(other)));
  yield* print(yield* other.run_until_complete(second), asyncio.all_tasks(other));
  yield* loop.close();
  yield* other.close();
  yield* print(asyncio.current_task(loop), asyncio.all_tasks(loop));
}
