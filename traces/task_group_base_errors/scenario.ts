/** SystemExit and KeyboardInterrupt in a task group: they leave it alone, without the other errors. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

const { BaseException, KeyboardInterrupt, SystemExit } = builtins;

function* crash(error: builtins.BaseException): Coroutine<void> {
  yield* asyncio.sleep(0.01);
  throw error;
}

function* waits(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } finally {
    yield* print("leaves", name);
  }
}

function* in_block(error: builtins.BaseException): Coroutine<void> {
  yield* new asyncio.TaskGroup().with(function* (group) {
    group.create_task(waits("a"));
    yield* asyncio.sleep(0.005);
    throw error;
  });
}

function* in_child(error: builtins.BaseException): Coroutine<void> {
  const group = new asyncio.TaskGroup();
  try {
    yield* group.with(function* (): Coroutine<void> {
      const task = group.create_task(crash(error));
      task.add_done_callback((done) => void done.exception());
      group.create_task(waits("a"));
    });
  } catch (thrown) {
    const left = except(thrown, BaseException);
    yield* print("group left by", repr(left), group);
    throw left;
  }
}

function* attempt(coroutine: Coroutine<void>): Blocking<void> {
  try {
    yield* asyncio.run(coroutine);
  } catch (thrown) {
    yield* print(repr(except(thrown, BaseException)));
  }
}

export default function* program(): Blocking<void> {
  yield* attempt(in_block(new SystemExit(3)));
  yield* attempt(in_block(new KeyboardInterrupt("block")));
  yield* attempt(in_child(new SystemExit(4)));
  yield* attempt(in_child(new BaseException("neither")));
}
