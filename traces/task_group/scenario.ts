/** A task group: the block ends when all of its tasks have, and their results are theirs. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* worker(name: string, delay: number): Coroutine<string> {
  yield* print("begin", name);
  yield* asyncio.sleep(delay);
  yield* print("end", name);
  return name;
}

function* adds(group: asyncio.TaskGroup): Coroutine<asyncio.Task<string>> {
  yield* asyncio.sleep(0.01);
  return group.create_task(worker("added", 0.03), { name: "added later" });
}

function* main(): Coroutine<void> {
  const [a, b, c] = yield* new asyncio.TaskGroup().with(function* (group) {
    const a = group.create_task(worker("a", 0.02));
    const b = group.create_task(worker("b", 0.01), { name: "second" });
    const c = group.create_task(adds(group));
    yield* print("body", a.get_name(), b.get_name());
    return [a, b, c] as const;
  });
  yield* print("after", a.result(), b.result(), c.result().get_name(), c.result().result());
  yield* new asyncio.TaskGroup().with(function* () {
    yield* print("nothing to do");
  });
  try {
    yield* new asyncio.TaskGroup().with(function* (group): Coroutine<void> {
      group.create_task(worker("c", 0.01));
      throw new builtins.ValueError("body");
    });
  } catch (thrown) {
    const group = except(thrown, builtins.ExceptionGroup);
    yield* print(repr(group));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
