// W3b: 1,000,000 timers from call_later, pushed in scattered order and then fired.
import { asyncio, type Blocking } from "interloop";
import { ascending, check, checkTime, shuffled, measure } from "./program.js";
const SPACING = 0.002;

measure("W3b", 1_000_000, (timers) => {
  const ranks = shuffled(timers);
  const fired: number[] = [];

  function* main(): Blocking<void> {
    const loop = asyncio.new_event_loop();
    const fire = (rank: number): void => {
      fired.push(rank);
      if (fired.length === timers) loop.stop();
    };
    for (const rank of ranks) loop.call_later((rank + 1) * SPACING, fire, rank);
    yield* loop.run_forever();
    checkTime(loop.time(), timers * SPACING);
  }

  return {
    main,
    operations: timers,
    verify() {
      check(ascending(fired, timers), "the timers did not fire in the order of their deadlines");
    },
  };
});
