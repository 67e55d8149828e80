// W6: 1,000,000 tasks inside sleep(3600): the time to get there and the memory that they hold.
import { asyncio, type Blocking, builtins, type Coroutine, sys } from "interloop";
import { check, checkTime, heldBytes, measured, report } from "./program.js";

let seconds = 0;
let held = 0;

const { operations } = measured(
  1_000_000,
  (count) => {
    let asleep = 0;

    function* sleeper(): Coroutine<void> {
      asleep += 1;
      yield* asyncio.sleep(3600);
    }

    function* program(loop: asyncio.AbstractEventLoop): Coroutine<void> {
      const before = heldBytes();
      const start = performance.now();
      const tasks = Array.from({ length: count }, () => asyncio.create_task(sleeper()));
      yield* asyncio.sleep(0);
      seconds = (performance.now() - start) / 1000;
      held = heldBytes() - before;
      check(asleep === count, `${String(asleep)} tasks sleep, not ${String(count)}`);
      yield* asyncio.sleep(3599);
      check(!tasks.some((task) => task.done()), "a task ended early");
      checkTime(loop.time(), 3599);
      // Waking a million tasks is not part of the measurement.
      sys.exit();
    }

    function* main(): Blocking<void> {
      const loop = asyncio.new_event_loop();
      try {
        yield* loop.run_until_complete(program(loop));
      } catch (thrown) {
        builtins.except(thrown, builtins.SystemExit);
      }
    }

    return { main, operations: count, verify: () => undefined };
  },
  0,
);

report("W6", operations, seconds, held);
