/** The first failure ends the wait and nothing else: the other children go on, and what they raise later counts as seen. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(name: string, iterations: number, error: builtins.BaseException | null = null): Coroutine<string> {
  for (let n = 0; n < iterations; n++) yield* asyncio.sleep(0);
  yield* print(name, "ends");
  if (error !== null) throw error;
  return name;
}

function* iterations(count: number): Coroutine<void> {
  for (let n = 0; n < count; n++) yield* asyncio.sleep(0);
}

function* main(): Coroutine<void> {
  const slow = asyncio.create_task(child("slow", 9));
  const late = asyncio.create_task(child("late", 7, new builtins.KeyError("late")));
  try {
    yield* asyncio.gather(slow, child("early", 2, new builtins.ValueError("early")), late);
  } catch (thrown) {
    yield* print("caught", repr(except(thrown, builtins.ValueError)), slow.done(), late.done());
  }
  yield* iterations(9);
  yield* print(slow.result());

  // Two fail in one iteration: the first one counts.
  const both = asyncio.gather(child("x", 0, new builtins.ValueError("x")), child("y", 0, new builtins.KeyError("y")));
  try {
    yield* both;
  } catch (thrown) {
    const error = except(thrown, builtins.ValueError);
    yield* print("caught", repr(error), both.exception() === error);
  }

  // One that is cancelled is a failure too, but the gather is not cancelled itself.
  const task = asyncio.create_task(child("task", 9));
  const outer = asyncio.gather(task, child("other", 5));
  yield* asyncio.sleep(0);
  task.cancel();
  try {
    yield* outer;
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("caught", repr(error), outer.cancelled(), outer.done(), task.cancelled());
  }
  yield* iterations(9);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
