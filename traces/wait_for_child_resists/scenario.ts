/** What was awaited is cancelled because the time is over, and does something else: it returns, raises, or takes its time. */
import { asyncio, builtins, except, print, raise, repr, type Blocking, type Coroutine } from "interloop";

function chain(error: builtins.BaseException): string {
  const seen: string[] = [];
  for (let link: builtins.BaseException | null = error; link !== null; link = link.__context__) {
    seen.push(repr(link) + (link.__cause__ === null ? "" : ` from ${repr(link.__cause__)}`));
  }
  return seen.join(" <- ");
}

function* returns(): Coroutine<string | undefined> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    return "returned";
  }
  return undefined;
}

function* raises(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    raise(new builtins.ValueError("raised"), { handling: except(thrown, asyncio.CancelledError) });
  }
}

function* raises_later(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
  }
  throw new builtins.ValueError("later");
}

function* takes_its_time(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* print("begins to clean up");
    yield* asyncio.sleep(0.02);
    yield* print("has cleaned up");
  }
}

function* ends(label: string, awaitable: Coroutine<unknown> | asyncio.Task, timeout: number): Coroutine<void> {
  try {
    yield* print(label, yield* asyncio.wait_for(awaitable, timeout));
  } catch (thrown) {
    yield* print(label, chain(except(thrown, builtins.Exception)));
  }
}

function* begun(coroutine: Coroutine<unknown>): Coroutine<asyncio.Task> {
  const task = asyncio.create_task(coroutine);
  yield* asyncio.sleep(0);
  return task;
}

function* main(): Coroutine<void> {
  yield* ends("returns:", returns(), 0.01);
  yield* ends("raises:", yield* begun(raises()), 0.01);
  yield* ends("raises later:", yield* begun(raises_later()), 0.01);
  yield* ends("takes its time:", takes_its_time(), 0.01);
  yield* ends("no time, returns:", yield* begun(returns()), 0);
  yield* ends("no time, raises:", yield* begun(raises()), 0);
  yield* ends("no time, takes its time:", yield* begun(takes_its_time()), 0);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
