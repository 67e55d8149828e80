/** A loop's own exception handler: what it is given, and what happens when it raises itself. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function fails(): void {
  throw new builtins.ValueError("callback failed");
}

function* handler(_loop: asyncio.AbstractEventLoop, context: asyncio.ExceptionContext): Blocking<void> {
  yield* print("handler:", builtins.sorted(Object.keys(context)), repr(context.exception));
}

function raising_handler(_loop: asyncio.AbstractEventLoop, _context: asyncio.ExceptionContext): void {
  throw new builtins.KeyError("handler failed");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* print("default:", loop.get_exception_handler());
  loop.set_exception_handler(handler);
  loop.call_soon(fails);
  yield* asyncio.sleep(0);
  loop.set_exception_handler(raising_handler);
  loop.call_soon(fails);
  yield* asyncio.sleep(0);
  loop.set_exception_handler(null);
  yield* loop.call_exception_handler({ message: "called by hand", beta: 2, alpha: "1" });
  try {
    loop.set_exception_handler(42 as never);
  } catch (thrown) {
    yield* print("TypeError:", except(thrown, builtins.TypeError));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
