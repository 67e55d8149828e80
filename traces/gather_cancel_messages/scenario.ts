/** Where the message of a cancelled gather arrives, and what the contexts hold. */
import { asyncio, type builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function chain(error: builtins.BaseException): string {
  const seen: string[] = [];
  for (let link: builtins.BaseException | null = error; link !== null; link = link.__context__) seen.push(repr(link));
  return seen.join(" <- ");
}

function* child(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, chain(error));
    throw error;
  }
}

function* ends(name: string, awaitable: asyncio.Future): Coroutine<void> {
  try {
    yield* print(name, yield* awaitable);
  } catch (thrown) {
    yield* print(name, "raised", chain(except(thrown, asyncio.CancelledError)));
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  let outer: asyncio.Future = asyncio.gather(child("a"), child("b"));
  yield* asyncio.sleep(0);
  outer.cancel("outer message");
  yield* ends("cancelled gather", outer);

  const task = asyncio.create_task(child("c"));
  outer = asyncio.gather(task, child("d"));
  yield* asyncio.sleep(0);
  task.cancel("child message");
  yield* ends("cancelled child", outer);

  // Among the results there is the message of a cancelled future, and never that of a cancelled task.
  let tasks = ["e", "f", "g"].map((name) => asyncio.create_task(child(name)));
  let future = loop.create_future();
  outer = asyncio.gather_kw({ return_exceptions: true }, ...tasks, future);
  tasks[0]?.cancel("before its first step");
  yield* asyncio.sleep(0);
  tasks[1]?.cancel();
  tasks[2]?.cancel("later");
  future.cancel("of a future");
  for (const error of (yield* outer) as builtins.BaseException[]) {
    yield* print("kept", repr(error), error.args, error.__context__);
  }

  tasks = ["h", "i"].map((name) => asyncio.create_task(child(name)));
  outer = asyncio.gather_kw({ return_exceptions: true }, ...tasks);
  yield* asyncio.sleep(0);
  outer.cancel("all");
  yield* ends("cancelled gather that keeps", outer);

  // The message is that of the last child in the order of the arguments.
  for (const first of [true, false]) {
    const done = loop.create_future();
    done.cancel("of a done child");
    const pending = asyncio.create_task(child("k"));
    const children = first ? [done, pending] : [pending, done];
    outer = asyncio.gather_kw({ return_exceptions: true }, ...children);
    yield* asyncio.sleep(0);
    outer.cancel("of the gather");
    yield* ends("cancelled gather with a done child", outer);
  }

  future = loop.create_future();
  outer = asyncio.gather(future);
  future.cancel("of a future");
  yield* ends("cancelled future", outer);

  const waiting = asyncio.create_task(ends("waiting task", asyncio.gather(child("j"))));
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  waiting.cancel("through the task");
  yield* waiting;
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
