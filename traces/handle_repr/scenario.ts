/** How handles and timer handles print themselves, and what they answer. */
import { asyncio, builtins, functools, print, type Blocking, type Coroutine } from "interloop";

function callback(..._args: unknown[]): void {
  // pass
}

class Callable {
  method(this: void): void {
    // pass
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const handle = loop.call_soon(callback, 1, "two");
  yield* print(handle, handle.cancelled());
  yield* print(loop.call_soon(callback));
  yield* print(
    loop.call_soon(
      callback,
      Array.from({ length: 20 }, (_, number) => number),
    ),
  );
  yield* print(loop.call_soon(functools.partial(callback, 1), 2));
  yield* print(loop.call_soon(new Callable().method));
  handle.cancel();
  handle.cancel();
  yield* print(handle, handle.cancelled());
  const timer = loop.call_at(1e9, callback, "timer");
  yield* print(timer, builtins.float_repr(timer.when()), timer.cancelled());
  const same = loop.call_at(1e9, callback, "timer");
  const later = loop.call_at(2e9, callback);
  const { eq, lt } = builtins;
  yield* print("compare:", eq(timer, same), lt(timer, later), timer.__ge__(same), eq(timer, 42));
  for (const each of [timer, same, later]) each.cancel();
  yield* print(timer);
  yield* asyncio.sleep(0);
  yield* print("run:", loop.call_soon(callback), handle);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
