/** Functions that need a running loop, called without one. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  return;
}

function* attempt<A extends unknown[]>(label: string, action: (...args: A) => unknown, ...args: A) {
  try {
    action(...args);
    yield* print(label, "accepted");
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print(label, "RuntimeError:", error);
  }
}

export default function* main(): Blocking<void> {
  const coroutine = worker();
  yield* attempt("create_task:", asyncio.create_task<Coroutine<void>>, coroutine);
  coroutine.return();
  yield* attempt("current_task:", asyncio.current_task);
}
