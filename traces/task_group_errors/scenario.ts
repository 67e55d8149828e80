/** Wrong uses of a task group, and how it reads meanwhile. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* nothing(): Coroutine<void> {
  return;
}

function* refused(group: asyncio.TaskGroup, options = {}): Blocking<void> {
  try {
    group.create_task(nothing(), options);
  } catch (thrown) {
    yield* print(repr(except(thrown, [builtins.RuntimeError, builtins.TypeError])));
  }
}

function* fails(): Coroutine<void> {
  throw new builtins.ValueError();
}

function* enter_again(group: asyncio.TaskGroup): Coroutine<void> {
  try {
    yield* group.with(function* () {
      yield* print("never here");
    });
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.RuntimeError)));
  }
}

function* main(): Coroutine<void> {
  let group = new asyncio.TaskGroup();
  yield* print(group);
  yield* refused(group);
  yield* group.with(function* () {
    yield* print(group);
    group.create_task(nothing());
    group.create_task(nothing());
    yield* print(group);
    yield* enter_again(group);
    yield* refused(group, { wrong: 1 });
  });
  yield* print(group);
  yield* refused(group);
  yield* enter_again(group);

  group = new asyncio.TaskGroup();
  try {
    yield* group.with(function* () {
      group.create_task(fails());
      try {
        yield* asyncio.sleep(1);
      } catch (thrown) {
        const error = except(thrown, asyncio.CancelledError);
        yield* print(group);
        yield* refused(group);
        throw error;
      }
    });
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.ExceptionGroup)), group);
  }

  group = new asyncio.TaskGroup();
  try {
    yield* group.with(function* (): Coroutine<void> {
      // @ts-expect-error: a coroutine was expected
      group.create_task(42);
    });
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.ExceptionGroup)), group);
  }
}

/** What a group says where no task runs. */
function* outside(): Blocking<void> {
  const group = new asyncio.TaskGroup();
  try {
    group.with(function* () {}).next();
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.RuntimeError)));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  const loop = asyncio.new_event_loop();
  loop.call_soon(function* callback() {
    yield* outside();
    loop.stop();
  });
  yield* loop.run_forever();
  yield* loop.close();
  yield* outside();
}
