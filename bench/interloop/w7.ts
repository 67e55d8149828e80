// W7: 100,000 round trips from a loop to the loop of another thread and back.
import { asyncio, type Blocking, type Coroutine, threading } from "interloop";
import { check, measure } from "./program.js";

measure("W7", 100_000, (operations) => {
  let total = 0;

  function* echo(value: number): Coroutine<number> {
    return value;
  }

  function* main(): Blocking<void> {
    const loop_a = asyncio.new_event_loop();
    const loop_b = asyncio.new_event_loop();

    function* program(): Coroutine<void> {
      for (let value = 0; value < operations; value++) {
        const submitted = yield* asyncio.run_coroutine_threadsafe(echo(value), loop_b);
        const answer = yield* asyncio.wrap_future(submitted);
        total += answer;
      }
    }

    const thread = new threading.Thread({ target: () => loop_b.run_forever() });
    yield* thread.start();
    yield* loop_a.run_until_complete(program());
    yield* loop_b.call_soon_threadsafe(() => loop_b.stop());
    yield* thread.join();
  }

  return {
    main,
    operations,
    verify() {
      const expected = (operations * (operations - 1)) / 2;
      check(total === expected, `the values add up to ${String(total)}, not to ${String(expected)}`);
    },
  };
});
