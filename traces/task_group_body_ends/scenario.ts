/** How a task group's block may end: by an exception, by a cancellation from outside, by its own, by a class derived from CancelledError. */
import { asyncio, builtins, except, print, raise, repr, type Blocking, type Coroutine } from "interloop";

class Special extends asyncio.CancelledError {}

function* waits(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } finally {
    yield* print("leaves", name);
  }
}

function* fails(error: Error): Coroutine<void> {
  yield* asyncio.sleep(0.01);
  throw error;
}

function* scene(
  label: string,
  block: () => Coroutine<void>,
  children: Coroutine<void>[],
  cancel: number | null = null,
): Coroutine<void> {
  function* parent(): Coroutine<void> {
    const task = asyncio.current_task() as asyncio.Task;
    try {
      yield* new asyncio.TaskGroup().with(function* (group) {
        for (const child of children) group.create_task(child);
        yield* block();
      });
    } catch (thrown) {
      const error = except(thrown, builtins.BaseException);
      const context = error.__context__;
      yield* print(label, repr(error), "during", repr(context), "counts", task.cancelling());
    }
    try {
      yield* asyncio.sleep(0);
    } catch (thrown) {
      except(thrown, asyncio.CancelledError);
      yield* print(label, "next await is cancelled");
    }
    yield* print(label, "over", task.cancelling());
  }

  const task = asyncio.create_task(parent());
  if (cancel !== null) {
    yield* asyncio.sleep(cancel);
    task.cancel();
  }
  yield* task;
}

function* raises_at_once(): Coroutine<void> {
  throw new builtins.KeyError("block");
}

function* raises_later(): Coroutine<void> {
  yield* asyncio.sleep(0.01);
  throw new builtins.KeyError("block");
}

function* sleeps(): Coroutine<void> {
  yield* asyncio.sleep(1);
}

function* swallows(): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("swallowed");
  }
  yield* asyncio.sleep(0.01);
}

function* replaces(): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } catch (thrown) {
    const e = except(thrown, asyncio.CancelledError);
    raise(new builtins.KeyError("instead"), { from: null, handling: e });
  }
}

function* cancels_itself(): Coroutine<void> {
  asyncio.current_task()?.cancel();
  yield* asyncio.sleep(0);
}

function* raises_cancelled(): Coroutine<void> {
  throw new asyncio.CancelledError("by hand");
}

function* raises_special(): Coroutine<void> {
  throw new Special();
}

/** The block is cancelled in the same iteration in which a child fails. */
function* together(): Coroutine<void> {
  const gate = asyncio.get_running_loop().create_future<null>();
  const outer = asyncio.current_task() as asyncio.Task;

  function* fails_at_the_gate(): Coroutine<void> {
    yield* gate;
    throw new builtins.ValueError("child");
  }

  function open_and_cancel(): void {
    gate.set_result(null);
    outer.cancel();
  }

  asyncio.get_running_loop().call_later(0.01, open_and_cancel);
  try {
    yield* new asyncio.TaskGroup().with(function* (group) {
      group.create_task(fails_at_the_gate());
      yield* asyncio.sleep(1);
    });
  } catch (thrown) {
    const error = except(thrown, builtins.BaseException);
    yield* print("together", repr(error), "during", repr(error.__context__), "counts", outer.cancelling());
  }
  try {
    yield* asyncio.sleep(0);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("together", "next await is cancelled");
  }
}

function* main(): Coroutine<void> {
  const child = (): Coroutine<void> => fails(new builtins.ValueError("child"));
  yield* scene("at once", raises_at_once, [waits("a")]);
  yield* scene("later", raises_later, [waits("a")]);
  yield* scene("with a failed child", raises_later, [child()]);
  yield* scene("cancelled", sleeps, [waits("a")], 0.01);
  yield* scene("cancelled, no child", sleeps, [], 0.01);
  yield* scene("child fails", sleeps, [child(), waits("b")]);
  yield* scene("child fails, swallowed", swallows, [child()]);
  yield* scene("child fails, replaced", replaces, [child()]);
  yield* scene("cancelled, replaced", replaces, [waits("a")], 0.005);
  yield* scene("cancelled, swallowed", swallows, [child()], 0.005);
  yield* scene("cancels itself", cancels_itself, [waits("a")]);
  yield* scene("raises cancelled", raises_cancelled, [waits("a")]);
  yield* scene("raises special", raises_special, [waits("a")]);
  yield* together();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
