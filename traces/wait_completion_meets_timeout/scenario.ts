/** What asyncio.wait and asyncio.as_completed wait for is done in the iteration in which the time is over, before the timer or after it. */
import { asyncio, except, print, repr, time, type Blocking, type Coroutine } from "interloop";

function* waits(label: string, future: asyncio.Future<string>): Coroutine<void> {
  const [done, pending] = yield* asyncio.wait([future], { timeout: 0.02 });
  yield* print(label, "wait:", done.size, pending.size);
}

function* completes(label: string, future: asyncio.Future<string>): Coroutine<void> {
  for (const coroutine of asyncio.as_completed([future], { timeout: 0.02 })) {
    try {
      yield* print(label, "as_completed:", yield* coroutine);
    } catch (thrown) {
      yield* print(label, "as_completed:", repr(except(thrown, asyncio.TimeoutError)));
    }
  }
}

function set_result(future: asyncio.Future<string>): void {
  future.set_result("result");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const delays = { "completed first": 0.01, "timed out first": 0.03 };
  for (const wait of [waits, completes]) {
    for (const [label, delay] of Object.entries(delays)) {
      const future = loop.create_future<string>();
      const task = asyncio.create_task(wait(label, future));
      yield* asyncio.sleep(0);
      loop.call_later(delay, set_result, future);
      // Both timers are due when the loop goes on.
      yield* time.sleep(0.05);
      yield* task;
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
