/** asyncio.run in two threads at once: each thread has a loop of its own, and task names share one counter. */
import { asyncio, print, threading, tuple, type Blocking, type Coroutine } from "interloop";

type Result = readonly [name: string, given: string, loop: asyncio.AbstractEventLoop];

function* worker(results: Result[], name: string, turn: threading.Event, next_turn: threading.Event): Coroutine<void> {
  yield* turn.wait();
  const task = asyncio.create_task(asyncio.sleep(0, name));
  results.push(tuple(name, yield* task, asyncio.get_running_loop()));
  yield* next_turn.set();
}

export default function* program(): Blocking<void> {
  const results: Result[] = [];
  const turns = [new threading.Event(), new threading.Event(), new threading.Event()] as const;
  yield* turns[0].set();
  const threads = [
    new threading.Thread({ target: () => asyncio.run(worker(results, "a", turns[0], turns[1])) }),
    new threading.Thread({ target: () => asyncio.run(worker(results, "b", turns[1], turns[2])) }),
  ];
  for (const thread of threads) yield* thread.start();
  for (const thread of threads) yield* thread.join();
  const [first, second] = results;
  yield* print(
    results.map(([name]) => name),
    first?.[2] === second?.[2],
    yield* turns[2].is_set(),
  );
}
