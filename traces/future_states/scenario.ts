/** A future's states: what it answers while pending, with a result, with an exception, and cancelled. */
import { asyncio, builtins, except, print, repr, str, type Blocking, type Coroutine } from "interloop";

function attempt(action: () => unknown): string {
  try {
    return repr(action());
  } catch (thrown) {
    const error = except(thrown, [asyncio.InvalidStateError, builtins.ValueError, asyncio.CancelledError]);
    return `${builtins.type_name(error)}: ${str(error)}`;
  }
}

function* report(label: string, future: asyncio.Future): Blocking<void> {
  yield* print(label, repr(future), "done:", future.done(), "cancelled:", future.cancelled());
  const result = attempt(() => future.result());
  yield* print(
    "   result:",
    result,
    "; exception:",
    attempt(() => future.exception()),
  );
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future();
  yield* report("pending", future);
  future.set_result(42);
  yield* report("result", future);
  yield* print(
    "   set_result:",
    attempt(() => future.set_result(43)),
  );
  yield* print(
    "   set_exception:",
    attempt(() => future.set_exception(new builtins.ValueError("late"))),
  );
  yield* print("   cancel:", future.cancel());
  const failed = loop.create_future();
  failed.set_exception(new builtins.ValueError("failed"));
  yield* report("exception", failed);
  yield* print(
    "   set_result:",
    attempt(() => failed.set_result(43)),
  );
  const cancelled = loop.create_future();
  yield* print("cancel:", cancelled.cancel(), "again:", cancelled.cancel());
  yield* report("cancelled", cancelled);
  yield* print(
    "   set_result:",
    attempt(() => cancelled.set_result(43)),
  );
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
