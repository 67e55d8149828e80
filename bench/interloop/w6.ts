// W6: 1,000,000 tasks inside sleep(3600): the time to get there and the memory that they hold.
import { asyncio, type Blocking, type Coroutine } from "interloop";
import { check, checkTime, heldBytes, report, scaled, timed } from "./program.js";

const count = scaled(1_000_000);
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
  const seconds = (performance.now() - start) / 1000;
  const held = heldBytes() - before;
  check(asleep === count, `${String(asleep)} tasks sleep, not ${String(count)}`);
  yield* asyncio.sleep(3599);
  check(!tasks.some((task) => task.done()), "a task ended early");
  checkTime(loop.time(), 3599);
  report("W6", count, seconds, held);
  // Waking a million tasks is not part of the measurement, so the process ends here.
  process.exit(0);
}

function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* loop.run_until_complete(program(loop));
}

timed(main);
