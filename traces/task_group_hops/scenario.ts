/** In how many iterations a task group is left, by what its tasks do. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* count(label: string, coroutine: Coroutine<void>): Coroutine<void> {
  let hops = 0;
  const loop = asyncio.get_running_loop();
  const tick = (): void => {
    hops++;
    handle = loop.call_soon(tick);
  };
  let handle = loop.call_soon(tick);
  let left = "";
  try {
    yield* coroutine;
  } catch (thrown) {
    left = repr(except(thrown, builtins.Exception));
  }
  handle.cancel();
  yield* print(label, hops, left);
}

function* nothing(): Coroutine<void> {
  return;
}

function* once(): Coroutine<void> {
  yield* asyncio.sleep(0);
}

function* fails(): Coroutine<void> {
  throw new builtins.ValueError();
}

function* group_of(coroutines: Coroutine<void>[], raises = false): Coroutine<void> {
  yield* new asyncio.TaskGroup().with(function* (group): Coroutine<void> {
    for (const coroutine of coroutines) group.create_task(coroutine);
    if (raises) throw new builtins.KeyError();
  });
}

function* main(): Coroutine<void> {
  yield* count("empty", group_of([]));
  yield* count("one", group_of([nothing()]));
  yield* count("two", group_of([nothing(), once()]));
  yield* count("fails", group_of([fails()]));
  yield* count("one fails", group_of([fails(), asyncio.sleep(10)]));
  yield* count("one fails, one ends", group_of([fails(), once()]));
  yield* count("block fails", group_of([], true));
  yield* count("block fails, one sleeps", group_of([once(), asyncio.sleep(10)], true));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
