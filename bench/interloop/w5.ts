// W5: 100,000 tasks that end early: half are cancelled, half run into the timeout of wait_for.
import { asyncio, type Blocking, type Coroutine } from "interloop";
import { check, checkTime, measure } from "./program.js";

measure("W5", 50_000, (half) => {
  let cancelled = 0;
  let timedOut = 0;

  function* sleeper(): Coroutine<void> {
    try {
      yield* asyncio.sleep(1000);
    } catch (error) {
      if (error instanceof asyncio.CancelledError) cancelled += 1;
      throw error;
    }
  }

  function* waiter(limit: number): Coroutine<void> {
    try {
      yield* asyncio.wait_for(asyncio.sleep(1000), limit);
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      timedOut += 1;
    }
  }

  function* program(): Coroutine<void> {
    const sleepers = Array.from({ length: half }, () => asyncio.create_task(sleeper()));
    const waiters = Array.from({ length: half }, (_, index) => asyncio.create_task(waiter(10 + (index % 1000) / 1000)));
    yield* asyncio.sleep(1);
    for (const task of sleepers) task.cancel();
    yield* asyncio.sleep(20);
    const ended = sleepers.filter((task) => task.cancelled()).length + waiters.filter((task) => task.done()).length;
    check(ended === 2 * half, `${String(ended)} tasks ended as they should, not ${String(2 * half)}`);
  }

  function* main(): Blocking<void> {
    const loop = asyncio.new_event_loop();
    yield* loop.run_until_complete(program());
    checkTime(loop.time(), 21);
  }

  return {
    main,
    operations: 2 * half,
    verify() {
      check(cancelled === half, `${String(cancelled)} tasks caught their cancellation, not ${String(half)}`);
      check(timedOut === half, `${String(timedOut)} tasks caught their timeout, not ${String(half)}`);
    },
  };
});
