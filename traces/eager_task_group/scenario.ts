/** Eager tasks in a task group: one that fails at once, and what happens to those that are made after it. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* fails(label: string): Coroutine<void> {
  yield* print("begin", label);
  throw new builtins.ValueError(label);
}

function* ends(label: string): Coroutine<void> {
  yield* print("begin", label);
}

function* waits(label: string): Coroutine<void> {
  yield* print("begin", label);
  try {
    yield* asyncio.sleep(0.01);
  } finally {
    yield* print("leaves", label);
  }
}

type Maker = (label: string) => Coroutine<void>;

function* scene(label: string, ...makers: Maker[]): Coroutine<void> {
  yield* print(label);
  const task = asyncio.current_task() as asyncio.Task;
  const group = new asyncio.TaskGroup();
  try {
    yield* group.with(function* () {
      for (const maker of makers) {
        let made: asyncio.Task<void>;
        try {
          made = group.create_task(maker(maker.name));
        } catch (thrown) {
          yield* print("refused", except(thrown, builtins.RuntimeError), task.cancelling());
          continue;
        }
        yield* print("made", made.done(), group, task.cancelling());
      }
      yield* asyncio.sleep(0);
      yield* print("end of the block", group);
    });
  } catch (thrown) {
    const error = except(thrown, builtins.ExceptionGroup);
    yield* print(repr(error), task.cancelling(), group);
  }
}

function* main(): Coroutine<void> {
  asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory);
  yield* scene("all end", ends, waits, ends);
  yield* scene("the first fails", fails, ends, waits);
  yield* scene("the second fails", waits, fails, fails);
  yield* new asyncio.TaskGroup().with(function* (group): Coroutine<void> {
    group.create_task(ends("named"), { name: "name" });
  });
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
