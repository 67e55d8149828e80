/** How many iterations pass until a task that awaits wait_for goes on. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* noop(): Coroutine<string> {
  return "result";
}

function* one_sleep(): Coroutine<void> {
  yield* asyncio.sleep(0);
}

function* fails(): Coroutine<void> {
  throw new builtins.ValueError();
}

interface Counter {
  passed: number;
  handle: asyncio.Handle;
}

function count(loop: asyncio.AbstractEventLoop, counter: Counter): void {
  counter.passed += 1;
  counter.handle = loop.call_soon(count, loop, counter);
}

type Make = () => Coroutine<unknown> | asyncio.Future;

function* measure(label: string, make: Make, timeout: number | null): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const counter: Counter = { passed: 0, handle: loop.call_soon(() => count(loop, counter)) };
  let outcome: unknown;
  try {
    outcome = yield* asyncio.wait_for(make(), timeout);
  } catch (thrown) {
    outcome = except(thrown, [builtins.ValueError, asyncio.TimeoutError]);
  }
  counter.handle.cancel();
  yield* print(label, counter.passed, repr(outcome));
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const done = loop.create_future();
  done.set_result("done");
  const failed = loop.create_future();
  failed.set_exception(new builtins.ValueError("failed"));
  for (const timeout of [null, 10, 0, -1]) {
    yield* print("timeout", timeout);
    yield* measure("coroutine:", noop, timeout);
    yield* measure("with sleep(0):", one_sleep, timeout);
    yield* measure("failing:", fails, timeout);
    yield* measure("sleep(0):", () => asyncio.sleep(0), timeout);
    yield* measure("done future:", () => done, timeout);
    yield* measure("failed future:", () => failed, timeout);
    yield* measure("task:", () => asyncio.create_task<Coroutine<unknown>>(noop()), timeout);
  }
  yield* measure("pending future:", () => loop.create_future(), 0);
  yield* measure("gather of a pending future:", () => asyncio.gather(loop.create_future()), 0);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
