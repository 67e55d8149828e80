/** Moving a timeout, and when that is not allowed. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* refuse(timeout: asyncio.Timeout, when: number | null = null): Blocking<void> {
  try {
    timeout.reschedule(when);
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
}

function* moves(label: string, when: () => number | null): Coroutine<void> {
  const timeout = asyncio.timeout(0.01);
  yield* timeout.with(function* () {
    timeout.reschedule(when());
    yield* asyncio.sleep(0.03);
    yield* print(label, timeout.expired());
  });
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  let timeout = asyncio.timeout(null);
  yield* refuse(timeout);
  yield* timeout.with(function* () {
    timeout.reschedule(1234567890.06251);
    yield* print(timeout);
    timeout.reschedule(99999999.0625);
    yield* print(timeout);
    timeout.reschedule(null);
    yield* print(timeout, timeout.when());
  });
  yield* refuse(timeout);
  yield* print(timeout);

  // Later, then away, then into the past.
  yield* moves("later:", () => loop.time() + 10);
  yield* moves("away:", () => null);
  timeout = asyncio.timeout(10);
  try {
    yield* timeout.with(function* () {
      timeout.reschedule(loop.time() - 1);
      yield* asyncio.sleep(0);
    });
  } catch (thrown) {
    except(thrown, builtins.TimeoutError);
    yield* print("past:", timeout.expired());
  }
  yield* refuse(timeout);

  // Away again, before the callback that it has queued could run.
  timeout = asyncio.timeout(0);
  yield* timeout.with(function* () {
    timeout.reschedule(null);
    yield* asyncio.sleep(0);
    yield* asyncio.sleep(0);
    yield* print("taken back:", timeout.expired());
  });

  // Too late.
  timeout = asyncio.timeout(0);
  try {
    yield* timeout.with(function* () {
      try {
        yield* asyncio.sleep(10);
      } finally {
        yield* print(timeout);
        yield* refuse(timeout, loop.time() + 10);
      }
    });
  } catch (thrown) {
    except(thrown, builtins.TimeoutError);
    yield* print(timeout);
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
