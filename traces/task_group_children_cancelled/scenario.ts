/** Tasks of a group that are cancelled alone do not fail the group; one that swallows the group's cancellation ends as it likes. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* waits(name: string, swallows = false): Coroutine<string> {
  try {
    yield* asyncio.sleep(0.02);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("cancelled", name);
    if (!swallows) throw error;
  }
  return name;
}

function* fails(): Coroutine<void> {
  yield* asyncio.sleep(0.01);
  throw new builtins.ValueError();
}

function* main(): Coroutine<void> {
  const me = asyncio.current_task() as asyncio.Task;
  const three = yield* new asyncio.TaskGroup().with(function* (group) {
    const a = group.create_task(waits("a"));
    const b = group.create_task(waits("b"));
    const c = group.create_task(waits("never begins"));
    c.cancel();
    yield* asyncio.sleep(0);
    a.cancel();
    return [a, b, c] as const;
  });
  yield* print(three[0].cancelled(), three[1].result(), three[2].cancelled(), me.cancelling());

  yield* new asyncio.TaskGroup().with(function* (group) {
    const a = group.create_task(waits("a"));
    yield* asyncio.sleep(0);
    a.cancel();
    try {
      yield* a;
    } catch (thrown) {
      except(thrown, asyncio.CancelledError);
      yield* print("awaited in the block", me.cancelling());
    }
  });

  const tasks: asyncio.Task<string>[] = [];
  try {
    yield* new asyncio.TaskGroup().with(function* (group): Coroutine<void> {
      group.create_task(fails());
      tasks.push(group.create_task(waits("a", true)));
      tasks.push(group.create_task(asyncio.wait_for(asyncio.sleep(1, "slept"), 1)));
    });
  } catch (thrown) {
    const error = except(thrown, builtins.ExceptionGroup);
    yield* print(repr(error), tasks[0]?.result(), tasks[1]?.cancelled());
  }

  try {
    yield* asyncio.timeout(0.01).with(function* () {
      yield* new asyncio.TaskGroup().with(function* (group): Coroutine<void> {
        tasks.push(group.create_task(waits("a")));
      });
    });
  } catch (thrown) {
    except(thrown, builtins.TimeoutError);
    yield* print("timed out", tasks[2]?.cancelled(), me.cancelling());
  }

  // The timeout and the failure come in the same iteration.
  try {
    yield* asyncio.timeout(0.01).with(function* () {
      yield* new asyncio.TaskGroup().with(function* (group) {
        group.create_task(fails());
        yield* asyncio.sleep(1);
      });
    });
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.BaseException)), me.cancelling());
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
