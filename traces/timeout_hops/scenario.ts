/** How many iterations pass until a block that expires is left. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

interface Counter {
  passed: number;
  handle: asyncio.Handle;
}

function count(loop: asyncio.AbstractEventLoop, counter: Counter): void {
  counter.passed += 1;
  counter.handle = loop.call_soon(count, loop, counter);
}

function* measure(label: string, delay: number, body: () => asyncio.Awaitable<unknown>): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const counter: Counter = { passed: 0, handle: loop.call_soon(() => count(loop, counter)) };
  try {
    yield* asyncio.timeout(delay).with(function* () {
      yield* body();
    });
    yield* print(label, counter.passed);
  } catch (thrown) {
    except(thrown, builtins.TimeoutError);
    yield* print(label, counter.passed, "TimeoutError");
  }
  counter.handle.cancel();
}

function* nothing(): Coroutine<void> {
  // Nothing to wait for.
}

function* sleeps(times: number): Coroutine<void> {
  for (let n = 0; n < times; n++) yield* asyncio.sleep(0);
}

function* main(): Coroutine<void> {
  const future = asyncio.get_running_loop().create_future();
  yield* measure("0, nothing:", 0, nothing);
  yield* measure("0, one sleep(0):", 0, () => sleeps(1));
  yield* measure("0, two:", 0, () => sleeps(2));
  yield* measure("-1, a future:", -1, () => future);
  yield* measure("10, one sleep(0):", 10, () => sleeps(1));
  yield* measure("0, a task:", 0, () => asyncio.create_task(sleeps(5)));
  yield* measure("0, a gather:", 0, () => asyncio.gather(sleeps(5), sleeps(6)));
  yield* asyncio.sleep(0);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
