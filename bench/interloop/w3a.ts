// W3a: 200,000 tasks that sleep once each, for 0.001 … 1000 s in scattered order.
import { asyncio, type Blocking, type Coroutine } from "interloop";
import { ascending, check, checkTime, shuffled, measure } from "./program.js";
const SHORTEST = 0.001;
const LONGEST = 1000;

measure("W3a", 200_000, (tasks) => {
  const ranks = shuffled(tasks);
  const spacing = (LONGEST - SHORTEST) / Math.max(1, tasks - 1);
  const woken: number[] = [];

  function* sleeper(rank: number): Coroutine<void> {
    yield* asyncio.sleep(SHORTEST + rank * spacing);
    woken.push(rank);
  }

  function* program(): Coroutine<void> {
    const sleeping = ranks.map((rank) => asyncio.create_task(sleeper(rank)));
    for (const task of sleeping) yield* task;
  }

  function* main(): Blocking<void> {
    const loop = asyncio.new_event_loop();
    yield* loop.run_until_complete(program());
    checkTime(loop.time(), SHORTEST + (tasks - 1) * spacing);
  }

  return {
    main,
    operations: tasks,
    verify() {
      check(ascending(woken, tasks), "the tasks did not wake in the order of their deadlines");
    },
  };
});
