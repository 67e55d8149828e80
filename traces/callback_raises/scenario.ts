/** A callback raises: the default exception handler logs it, and the loop goes on. */
import { asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

function fails(..._args: unknown[]): void {
  throw new builtins.ValueError("callback failed");
}

function cancels(): void {
  throw new asyncio.CancelledError("from a callback");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.call_soon(fails, "one", 2);
  loop.call_soon(cancels);
  loop.call_later(0.01, fails);
  loop.call_soon(print, "the next callback");
  yield* asyncio.sleep(0.03);
  yield* print("main goes on");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
