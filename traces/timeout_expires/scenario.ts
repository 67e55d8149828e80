/** A block whose time is over: what it raises, and what the timeout and the task say before, in and after it. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function chain(error: builtins.BaseException): string {
  const cause = error.__cause__ === null ? null : repr(error.__cause__);
  const shown = `${repr(error)} cause: ${cause ?? "None"} context: ${repr(error.__context__)}`;
  return `${shown} suppressed: ${repr(error.__suppress_context__)}`;
}

function* expires(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const task = asyncio.current_task();
  const before = loop.time();
  const timeout = asyncio.timeout(0.01);
  const when = timeout.when() ?? 0;
  yield* print(timeout, timeout.expired(), before <= when && when <= loop.time() + 0.01);
  try {
    yield* timeout.with(function* (entered) {
      yield* print(entered === timeout, timeout.expired());
      try {
        yield* asyncio.sleep(10);
      } catch (thrown) {
        const error = except(thrown, asyncio.CancelledError);
        yield* print("in the block:", repr(error), timeout, timeout.expired(), task?.cancelling());
        throw error;
      }
    });
  } catch (thrown) {
    const error = except(thrown, builtins.TimeoutError);
    yield* print(chain(error), error.args);
  }
  yield* print(timeout, timeout.expired(), task?.cancelling());
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const task = asyncio.current_task();
  yield* expires();

  // In time.
  let timeout = asyncio.timeout(10);
  yield* timeout.with(() => asyncio.sleep(0));
  yield* print(timeout, timeout.expired());

  // No limit.
  timeout = asyncio.timeout(null);
  yield* timeout.with(function* () {
    yield* print(timeout, timeout.when());
    yield* asyncio.sleep(0);
  });

  // A block that does not wait cannot expire, and one that waits for an iteration can.
  timeout = asyncio.timeout(0);
  yield* timeout.with(() => print("runs"));
  yield* print(timeout);
  const limits = [asyncio.timeout(0), asyncio.timeout(-1), asyncio.timeout_at(loop.time() - 1), asyncio.timeout_at(0)];
  for (const limit of limits) {
    try {
      yield* limit.with(function* () {
        yield* asyncio.sleep(0);
        yield* print("not reached");
      });
    } catch (thrown) {
      yield* print(chain(except(thrown, builtins.TimeoutError)), limit);
    }
  }

  // What the block returns or raises by itself.
  for (const own of [new builtins.ValueError("own"), new asyncio.CancelledError("own")]) {
    timeout = asyncio.timeout(10);
    try {
      yield* timeout.with(function* (): Coroutine<void> {
        throw own;
      });
    } catch (thrown) {
      const error = except(thrown, [builtins.ValueError, asyncio.CancelledError]);
      if (error instanceof builtins.ValueError) yield* print(chain(error), timeout);
      else yield* print(chain(error), timeout, task?.cancelling());
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
