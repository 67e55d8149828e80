/** What is shielded fails after its shield was cancelled: up to 3.13 nothing tells it unless nobody ever looks; from 3.14 on it is logged at once. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* fails(name: string, delay: number): Coroutine<void> {
  yield* asyncio.sleep(delay);
  throw new builtins.ValueError(name);
}

function* handler(_loop: asyncio.AbstractEventLoop, context: asyncio.ExceptionContext): Blocking<void> {
  const keys = builtins.sorted(Object.keys(context));
  yield* print("handler:", context.message, repr(context.exception), keys);
}

function* main(): Coroutine<void> {
  asyncio.get_running_loop().set_exception_handler(handler);

  // Somebody looks at it.
  let inner = asyncio.create_task(fails("looked at", 0.01));
  asyncio.shield(inner).cancel();
  yield* asyncio.sleep(0.02);
  yield* print(repr(inner.exception()));

  // Two shields of it, both cancelled.
  inner = asyncio.create_task(fails("shielded twice", 0.01));
  asyncio.shield(inner).cancel();
  asyncio.shield(inner).cancel();
  yield* asyncio.sleep(0.02);
  yield* print(repr(inner.exception()));

  // It fails before the link is taken away.
  const future = asyncio.get_running_loop().create_future();
  asyncio.shield(future).cancel();
  future.set_exception(new builtins.ValueError("at once"));
  yield* asyncio.sleep(0.02);
  yield* print(repr(future.exception()));

  // One of two shields is cancelled, and the other one gets the exception.
  inner = asyncio.create_task(fails("one of two", 0.01));
  asyncio.shield(inner).cancel();
  try {
    yield* asyncio.shield(inner);
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.ValueError)));
  }
  yield* asyncio.sleep(0.02);

  // It ends well, or is cancelled.
  const well = asyncio.create_task(asyncio.sleep(0.01, "well"));
  asyncio.shield(well).cancel();
  yield* print(yield* well);
  const cancelled = asyncio.create_task(asyncio.sleep(0.01));
  asyncio.shield(cancelled).cancel();
  yield* asyncio.sleep(0);
  cancelled.cancel();
  yield* asyncio.sleep(0.02);
  yield* print(cancelled.cancelled());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
