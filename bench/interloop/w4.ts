// W4: a consumer awaits 200,000 fresh futures in turn; a producer completes each and does sleep(0).
import { asyncio, type Blocking, type Coroutine } from "interloop";
import { check, checkTime, measure } from "./program.js";

measure("W4", 200_000, (operations) => {
  let total = 0;

  function* main(): Blocking<void> {
    const loop = asyncio.new_event_loop();
    let pending = loop.create_future<number>();

    function* consumer(): Coroutine<void> {
      for (let count = 0; count < operations; count++) {
        pending = loop.create_future<number>();
        const value = yield* pending;
        total += value;
      }
    }

    function* producer(): Coroutine<void> {
      for (let value = 0; value < operations; value++) {
        pending.set_result(value);
        yield* asyncio.sleep(0);
      }
    }

    function* program(): Coroutine<void> {
      const consuming = asyncio.create_task(consumer());
      const producing = asyncio.create_task(producer());
      yield* consuming;
      yield* producing;
    }

    yield* loop.run_until_complete(program());
    checkTime(loop.time(), 0);
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
