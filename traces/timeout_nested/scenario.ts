/** Timeouts in timeouts: which one raises. */
import { asyncio, builtins, except, print, repr, time, type Blocking, type Coroutine } from "interloop";

function* nest(
  label: string,
  outer: asyncio.Timeout,
  inner: asyncio.Timeout,
  body: () => Coroutine<void>,
): Coroutine<void> {
  let outer_raised = false;
  let inner_raised = false;
  try {
    yield* outer.with(function* () {
      try {
        yield* inner.with(body);
      } catch (thrown) {
        except(thrown, builtins.TimeoutError);
        inner_raised = true;
        yield* print(label, "inner raises", asyncio.current_task()?.cancelling());
        yield* asyncio.sleep(0);
      }
    });
  } catch (thrown) {
    const error = except(thrown, builtins.TimeoutError);
    outer_raised = true;
    yield* print(label, "outer raises", repr(error.__cause__), repr(error.__context__));
  }
  yield* print(label, outer, inner, outer_raised, inner_raised, asyncio.current_task()?.cancelling());
}

function* sleeps(): Coroutine<void> {
  yield* asyncio.sleep(10);
}

function* both_at_once(): Coroutine<void> {
  yield* time.sleep(0.1);
  yield* asyncio.sleep(10);
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const { timeout, timeout_at } = asyncio;
  yield* nest("inner first", timeout(10), timeout(0.01), sleeps);
  yield* nest("outer first", timeout(0.01), timeout(10), sleeps);
  let when = loop.time() + 0.05;
  yield* nest("same time", timeout_at(when), timeout_at(when), sleeps);
  when = loop.time() + 0.05;
  yield* nest("outer, then inner", timeout_at(when), timeout_at(when + 0.02), both_at_once);
  when = loop.time() + 0.05;
  yield* nest("inner, then outer", timeout_at(when + 0.02), timeout_at(when), both_at_once);
  yield* nest("both due", timeout(0), timeout(0), sleeps);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
