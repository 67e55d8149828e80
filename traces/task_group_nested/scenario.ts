/** Task groups in task groups: whose cancellation is whose. */
import { asyncio, builtins, except, print, raise, repr, type Blocking, type Coroutine } from "interloop";

const { KeyError, ValueError } = builtins;

function* crash(error: builtins.Exception, delay = 0.01): Coroutine<void> {
  yield* asyncio.sleep(delay);
  throw error;
}

function* waits(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } finally {
    yield* print("leaves", name);
  }
}

function* show(error: builtins.BaseException, indent = ""): Blocking<void> {
  yield* print(indent + repr(error));
  if (!builtins.is_group(error)) return;
  for (const member of error.exceptions) yield* show(member, indent + "  ");
}

function* inner_fails(): Coroutine<void> {
  yield* new asyncio.TaskGroup().with(function* (outer) {
    outer.create_task(waits("outer child"));
    yield* new asyncio.TaskGroup().with(function* (inner): Coroutine<void> {
      inner.create_task(crash(new ValueError("inner")));
      inner.create_task(waits("inner child"));
    });
  });
}

function* outer_fails(): Coroutine<void> {
  yield* new asyncio.TaskGroup().with(function* (outer) {
    outer.create_task(crash(new ValueError("outer")));
    try {
      yield* new asyncio.TaskGroup().with(function* (inner): Coroutine<void> {
        inner.create_task(waits("inner child"));
      });
    } catch (thrown) {
      const error = except(thrown, asyncio.CancelledError);
      yield* print("inner left by", repr(error), asyncio.current_task()?.cancelling());
      throw error;
    }
  });
}

function* both_fail(): Coroutine<void> {
  yield* new asyncio.TaskGroup().with(function* (outer) {
    outer.create_task(crash(new ValueError("outer")));
    yield* new asyncio.TaskGroup().with(function* (inner): Coroutine<void> {
      inner.create_task(crash(new KeyError("inner")));
    });
  });
}

function* inner_task(): Coroutine<void> {
  function* nested(): Coroutine<void> {
    yield* new asyncio.TaskGroup().with(function* (inner): Coroutine<void> {
      inner.create_task(crash(new KeyError("inner")));
      inner.create_task(waits("inner child"));
    });
  }

  yield* new asyncio.TaskGroup().with(function* (outer): Coroutine<void> {
    outer.create_task(nested(), { name: "nested" });
    outer.create_task(waits("outer child"));
  });
}

function* fails_while_cancelled(): Coroutine<void> {
  function* fails_late(): Coroutine<void> {
    try {
      yield* asyncio.sleep(1);
    } catch (thrown) {
      const e = except(thrown, asyncio.CancelledError);
      raise(new KeyError("late"), { handling: e });
    }
  }

  yield* new asyncio.TaskGroup().with(function* (outer) {
    outer.create_task(crash(new ValueError("outer")));
    yield* new asyncio.TaskGroup().with(function* (inner) {
      inner.create_task(fails_late());
      yield* asyncio.sleep(1);
    });
  });
}

function* main(): Coroutine<void> {
  const task = asyncio.current_task() as asyncio.Task;
  for (const scene of [inner_fails, outer_fails, both_fail, inner_task, fails_while_cancelled]) {
    yield* print(scene.name);
    try {
      yield* scene();
    } catch (thrown) {
      yield* show(except(thrown, builtins.BaseException));
    }
    yield* print(task.cancelling());
    try {
      yield* asyncio.sleep(0);
    } catch (thrown) {
      except(thrown, asyncio.CancelledError);
      yield* print("cancelled later");
    }
    while (task.cancelling() > 0) task.uncancel();
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
