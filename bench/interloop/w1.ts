// W1: a chain of callbacks, each scheduling the next with call_soon.
import { asyncio, type Blocking } from "interloop";
import { check, checkTime, measure } from "./program.js";

measure("W1", 1_000_000, (operations) => {
  let called = 0;

  function* main(): Blocking<void> {
    const loop = asyncio.new_event_loop();
    const step = (): void => {
      called += 1;
      if (called === operations) loop.stop();
      else loop.call_soon(step);
    };
    loop.call_soon(step);
    yield* loop.run_forever();
    checkTime(loop.time(), 0);
  }

  return {
    main,
    operations,
    verify() {
      check(called === operations, `${String(called)} callbacks ran, not ${String(operations)}`);
    },
  };
});
