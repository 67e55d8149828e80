// W1: a chain of callbacks, each scheduling the next with call_soon.
import { asyncio, type Blocking } from "interloop";
import { check, checkTime, report, scaled, timed } from "./program.js";

const operations = scaled(1_000_000);
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

const seconds = timed(main);
check(called === operations, `${String(called)} callbacks ran, not ${String(operations)}`);
report("W1", operations, seconds);
