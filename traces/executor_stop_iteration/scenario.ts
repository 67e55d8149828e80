/** A function that raises StopIteration in an executor: its future refuses that up to 3.12 and stays pending; later it has a RuntimeError. */
import { asyncio, builtins, print, repr, type Blocking, type Coroutine } from "interloop";

function stop(): void {
  throw new builtins.StopIteration("stop");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler((_loop, context) => print("handler:", repr(context.exception)));
  const future = yield* loop.run_in_executor(null, stop);
  yield* asyncio.sleep(0.05);
  yield* print("done:", future.done());
  if (future.done()) {
    const error = future.exception() as builtins.BaseException;
    yield* print(repr(error), repr(error.__cause__));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
