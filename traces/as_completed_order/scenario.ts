/** asyncio.as_completed gives coroutines: each one gives the next result, in the order in which they come. */
import { asyncio, builtins, except, print, repr, tuple, type Blocking, type Coroutine } from "interloop";

function* child(name: string, delay: number, error: builtins.BaseException | null = null): Coroutine<string> {
  yield* asyncio.sleep(delay);
  yield* print(name, "ends");
  if (error !== null) throw error;
  return name;
}

function start(delays: Readonly<Record<string, number>>): asyncio.Task<string>[] {
  return Object.entries(delays).map(([name, delay]) => asyncio.create_task(child(name, delay)));
}

function* main(): Coroutine<void> {
  // One after the other.
  let tasks = start({ a: 0.3, b: 0.1, c: 0.2 });
  for (const coroutine of asyncio.as_completed(tasks)) {
    yield* print(asyncio.iscoroutine(coroutine), "got", yield* coroutine);
  }

  // A failure is raised in its turn.
  tasks = [
    asyncio.create_task(child("a", 0.3)),
    asyncio.create_task(child("b", 0.1, new builtins.ValueError("b"))),
    asyncio.create_task(child("c", 0.2)),
  ];
  tasks[2]?.cancel();
  for (const coroutine of asyncio.as_completed(tasks)) {
    try {
      yield* print("got", yield* coroutine);
    } catch (thrown) {
      yield* print("raised", repr(except(thrown, [builtins.ValueError, asyncio.CancelledError])));
    }
  }

  // All coroutines at once: they wait in the order in which they were awaited.
  const [first, second] = asyncio.as_completed(start({ a: 0.2, b: 0.1 }));
  const late = asyncio.create_task(second as Coroutine<string>);
  yield* print(yield* first as Coroutine<string>, yield* late);
  yield* print(yield* asyncio.gather(...asyncio.as_completed(start({ a: 0.2, b: 0.1 }))));

  // The same one twice is one; none are none.
  const twice = start({ a: 0.1 });
  const results = [];
  for (const coroutine of asyncio.as_completed([...twice, ...twice])) results.push(yield* coroutine);
  yield* print(results);
  yield* print([...asyncio.as_completed([])]);

  // A coroutine and a future.
  const future = asyncio.get_running_loop().create_future<string>();
  future.set_result("future's");
  const iterator = asyncio.as_completed(tuple(child("a", 0.1), future));
  yield* print((iterator[Symbol.iterator]() as unknown) === iterator);
  const [one, other] = iterator;
  const ended = iterator.next().done === true ? "no more" : "more";
  yield* print(yield* one as Coroutine<string>, yield* other as Coroutine<string>, ended);

  // Leaving the loop leaves the rest alone.
  tasks = start({ a: 0.1, b: 0.2 });
  for (const coroutine of asyncio.as_completed(tasks)) {
    yield* print("got", yield* coroutine);
    break;
  }
  yield* asyncio.wait(tasks);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
