/** From 3.13 on asyncio.as_completed can be iterated by async for, and then gives the very futures and tasks that it was given. */
import { async_for, asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(name: string, delay: number, error: builtins.BaseException | null = null): Coroutine<string> {
  yield* asyncio.sleep(delay);
  if (error !== null) throw error;
  return name;
}

function* main(): Coroutine<void> {
  const delays: [string, number][] = [
    ["a", 0.03],
    ["b", 0.01],
    ["c", 0.02],
  ];
  const given = delays.map(([name, delay]) => asyncio.create_task(child(name, delay)));
  yield* async_for(asyncio.as_completed(given), function* (task) {
    yield* print("abc".charAt(given.indexOf(task as never)), task.done(), yield* task);
  });

  yield* async_for(asyncio.as_completed([child("coroutine", 0.01)]), function* (task) {
    yield* print(builtins.type_name(task), (task as unknown as asyncio.Task).get_name(), task.result());
  });

  const failing = asyncio.create_task(child("failing", 0.01, new builtins.ValueError("v")));
  const cancelled = asyncio.create_task(child("cancelled", 1));
  cancelled.cancel();
  yield* async_for(asyncio.as_completed([failing, cancelled]), function* (task) {
    yield* print((task as unknown) === failing, task.cancelled());
  });
  yield* print(repr(failing.exception()));

  // The time is over: the loop raises.
  const tasks = [0.01, 0.2].map((delay) => asyncio.create_task(asyncio.sleep(delay, delay)));
  let iterator = asyncio.as_completed(tasks, { timeout: 0.05 });
  try {
    yield* async_for(iterator, function* (task) {
      yield* print(task.result());
    });
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.TimeoutError)), tasks[1]?.done());
  }
  // There is nothing more.
  yield* async_for(iterator, () => print("never"));

  // Both ways in turn.
  iterator = asyncio.as_completed(tasks);
  yield* print((yield* builtins.anext(iterator)).result());
  for (const coroutine of iterator) yield* print(yield* coroutine);
  yield* print(yield* builtins.anext(iterator, "no more"));
  try {
    yield* builtins.anext(iterator);
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.StopAsyncIteration)));
  }
  yield* async_for(asyncio.as_completed([]), () => print("never"));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
