/** The parent of a task group is cancelled while it waits at the end of the block, once and again; before and after a task has failed. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(name: string, resists = 0, raises = false): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    if (raises) throw new builtins.ValueError(name);
    if (resists === 0) {
      yield* print(name, "cancelled", error.args);
      throw error;
    }
  }
  yield* asyncio.sleep(resists);
  yield* print(name, "ends");
}

function* parent(...children: Coroutine<void>[]): Coroutine<void> {
  const task = asyncio.current_task() as asyncio.Task;
  try {
    yield* new asyncio.TaskGroup().with(function* (group) {
      for (const one of children) group.create_task(one);
    });
  } catch (thrown) {
    const error = except(thrown, builtins.BaseException);
    yield* print("left by", repr(error), task.cancelling());
    try {
      yield* asyncio.sleep(0);
      yield* print("next await is fine");
    } catch (again) {
      except(again, asyncio.CancelledError);
      yield* print("next await is cancelled");
    }
    throw error;
  }
}

function* scene(label: string, times: number, ...children: Coroutine<void>[]): Coroutine<void> {
  yield* print(label);
  const task = asyncio.create_task(parent(...children));
  yield* asyncio.sleep(0.01);
  for (let number = 0; number < times; number++) {
    yield* print("cancel:", task.cancel(`message ${String(number)}`));
    yield* asyncio.sleep(0.01);
  }
  const done = yield* asyncio.gather_kw({ return_exceptions: true }, task);
  yield* print(repr(done[0]), task.cancelled(), task.cancelling());
}

function* main(): Coroutine<void> {
  yield* scene("once", 1, child("a"));
  yield* scene("a child resists", 2, child("a", 0.05));
  yield* scene("two children resist", 3, child("a", 0.03), child("b", 0.05));
  yield* scene("a child raises", 1, child("a", 0, true));
  yield* scene("one raises, one resists", 2, child("a", 0, true), child("b", 0.05));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
