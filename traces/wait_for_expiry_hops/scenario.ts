/** How many callbacks that keep the loop busy run after the timeout of wait_for has expired, until its caller goes on. */
import { asyncio, except, print, repr, time, type Blocking, type Coroutine } from "interloop";

function* long_sleep(): Coroutine<void> {
  yield* asyncio.sleep(10);
}

function* two_levels(): Coroutine<void> {
  yield* asyncio.create_task(long_sleep());
}

function* cleans(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* asyncio.sleep(0);
    yield* asyncio.sleep(0);
  }
}

interface Counter {
  passed: number;
  handle: asyncio.Handle | null;
}

function count(loop: asyncio.AbstractEventLoop, counter: Counter): void {
  counter.passed += 1;
  counter.handle = loop.call_soon(count, loop, counter);
}

type Make = () => Coroutine<unknown> | asyncio.Future;

function* expire(label: string, make: Make): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const counter: Counter = { passed: 0, handle: null };

  function* waits(): Coroutine<void> {
    try {
      yield* asyncio.wait_for(make(), 0.05);
    } catch (thrown) {
      const error = except(thrown, asyncio.TimeoutError);
      counter.handle?.cancel();
      yield* print(label, counter.passed, repr(error));
    }
  }

  const task = asyncio.create_task(waits());
  for (let n = 0; n < 3; n++) yield* asyncio.sleep(0);
  yield* time.sleep(0.1);
  // The timer is due now, and the next callback to run is the first that counts.
  counter.handle = loop.call_soon(count, loop, counter);
  yield* task;
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* expire("future:", () => loop.create_future());
  yield* expire("sleep:", () => asyncio.sleep(10));
  yield* expire("coroutine:", long_sleep);
  yield* expire("task:", () => asyncio.create_task<Coroutine<unknown>>(long_sleep()));
  yield* expire("two levels:", two_levels);
  yield* expire("gather:", () => asyncio.gather(long_sleep(), long_sleep()));
  yield* expire("with cleaning up:", cleans);
  yield* expire("wait_for in wait_for:", () => asyncio.wait_for(long_sleep(), 20));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
