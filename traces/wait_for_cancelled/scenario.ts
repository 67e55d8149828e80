/** The caller of wait_for is cancelled: so is what it awaits, and it waits until that has ended. A second cancellation does not wait. */
import { asyncio, builtins, except, print, raise, repr, type Blocking, type Coroutine } from "interloop";

function chain(error: builtins.BaseException): string {
  const seen: string[] = [];
  for (let link: builtins.BaseException | null = error; link !== null; link = link.__context__) {
    seen.push(repr(link) + (link.__cause__ === null ? "" : ` from ${repr(link.__cause__)}`));
  }
  return seen.join(" <- ");
}

function* child(): Coroutine<void> {
  let caught: asyncio.CancelledError;
  try {
    yield* asyncio.sleep(10);
    return;
  } catch (thrown) {
    caught = except(thrown, asyncio.CancelledError);
  }
  yield* print("child cancelled");
  for (let n = 0; n < 3; n++) yield* asyncio.sleep(0);
  yield* print("child has cleaned up");
  throw caught;
}

function* swallows(): Coroutine<string> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("child swallows");
  }
  return "result";
}

function* fails(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    raise(new builtins.ValueError("instead"), { handling: except(thrown, asyncio.CancelledError) });
  }
}

type Make = () => Coroutine<unknown> | asyncio.Future;

function* waits(make: Make, timeout: number | null): Coroutine<unknown> {
  try {
    return yield* asyncio.wait_for(make(), timeout);
  } catch (thrown) {
    const error = except(thrown, builtins.BaseException);
    yield* print("wait_for raised", chain(error));
    throw error;
  }
}

function* cancel(label: string, make: Make, timeout: number | null = 10, times = 1): Coroutine<void> {
  yield* print(label);
  const task = asyncio.create_task(waits(make, timeout));
  for (let n = 0; n < 3; n++) yield* asyncio.sleep(0);
  for (let n = 0; n < times; n++) {
    yield* print("cancel():", task.cancel());
    yield* asyncio.sleep(0);
    yield* asyncio.sleep(0);
  }
  try {
    yield* print(yield* task);
  } catch (thrown) {
    except(thrown, [asyncio.CancelledError, builtins.ValueError]);
    yield* print("ended", task.cancelled());
  }
  for (let n = 0; n < 6; n++) yield* asyncio.sleep(0);
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* cancel("cleans up", child);
  yield* cancel("cleans up, twice", child, 10, 2);
  yield* cancel("swallows", swallows);
  yield* cancel("fails", fails);
  yield* cancel("no limit", child, null);
  yield* cancel("no limit, swallows", swallows, null);
  yield* cancel("a task", () => asyncio.ensure_future<unknown>(child()));
  yield* cancel("a future", () => loop.create_future());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
