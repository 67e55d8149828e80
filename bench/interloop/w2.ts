// W2: 10,000 tasks that each do sleep(0) a hundred times.
import { asyncio, type Blocking, type Coroutine } from "interloop";
import { ascending, check, checkTime, measure } from "./program.js";
const ROUNDS = 100;

measure("W2", 10_000, (tasks) => {
  const finished: number[] = [];
  let slept = 0;

  function* spin(index: number): Coroutine<void> {
    for (let round = 0; round < ROUNDS; round++) {
      yield* asyncio.sleep(0);
      slept += 1;
    }
    finished.push(index);
  }

  function* program(): Coroutine<void> {
    const spinning = Array.from({ length: tasks }, (_, index) => asyncio.create_task(spin(index)));
    for (const task of spinning) yield* task;
  }

  function* main(): Blocking<void> {
    const loop = asyncio.new_event_loop();
    yield* loop.run_until_complete(program());
    checkTime(loop.time(), 0);
  }

  const operations = tasks * ROUNDS;

  return {
    main,
    operations,
    verify() {
      check(slept === operations, `${String(slept)} sleeps ended, not ${String(operations)}`);
      check(ascending(finished, tasks), "the tasks did not finish in the order of their creation");
    },
  };
});
