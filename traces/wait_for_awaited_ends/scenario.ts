/** wait_for gives whatever the awaited thing ends with: also a cancellation or a TimeoutError of its own. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function chain(error: builtins.BaseException): string {
  const seen: string[] = [];
  for (let link: builtins.BaseException | null = error; link !== null; link = link.__context__) {
    seen.push(repr(link) + (link.__cause__ === null ? "" : ` from ${repr(link.__cause__)}`));
  }
  return seen.join(" <- ");
}

function* raises(error: builtins.BaseException): Coroutine<void> {
  yield* asyncio.sleep(0);
  throw error;
}

type Awaitable = Coroutine<unknown> | asyncio.Future | asyncio.Task<void>;

function* ends(label: string, awaitable: Awaitable, timeout: number | null = 10): Coroutine<void> {
  try {
    yield* print(label, yield* asyncio.wait_for(awaitable, timeout));
  } catch (thrown) {
    const error = except(thrown, builtins.BaseException);
    yield* print(label, chain(error), error instanceof asyncio.TimeoutError);
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  let future = loop.create_future();
  const cancelled = future;
  loop.call_soon(() => void cancelled.cancel());
  yield* ends("cancelled future:", future);
  yield* ends("cancelled already:", future);
  yield* ends("cancelled already, no time:", future, 0);
  const task = asyncio.create_task(asyncio.sleep(10));
  loop.call_soon(() => void task.cancel());
  yield* ends("cancelled task:", task);
  yield* ends("ValueError:", raises(new builtins.ValueError("own")));
  yield* ends("own TimeoutError:", raises(new asyncio.TimeoutError("own")));
  yield* ends("own CancelledError:", raises(new asyncio.CancelledError("own")));
  future = loop.create_future();
  future.set_exception(new builtins.KeyError("own"));
  yield* ends("failed already:", future, 0);
  yield* ends("inner wait_for:", asyncio.wait_for(asyncio.sleep(10), 0.01));
  yield* ends("outer wait_for:", asyncio.wait_for(asyncio.sleep(10), 10), 0.01);
  const number = 42 as unknown as Awaitable;
  yield* ends("not awaitable:", number);
  yield* ends("not awaitable, no time:", number, 0);
  yield* ends("not awaitable, no limit:", number, null);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
