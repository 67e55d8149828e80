/** What asyncio.shield gives is what the shielded one gives: a result, an exception, or its cancellation. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(error: builtins.BaseException | null = null): Coroutine<string> {
  yield* asyncio.sleep(0.01);
  if (error !== null) throw error;
  return "result";
}

function* shows(label: string, awaitable: asyncio.Awaitable<unknown>): Coroutine<void> {
  const outer = asyncio.shield(awaitable);
  yield* print(label, repr(outer), (outer as unknown) === awaitable);
  try {
    yield* print(label, yield* outer);
  } catch (thrown) {
    yield* print(label, repr(except(thrown, [builtins.Exception, asyncio.CancelledError])));
  }
  yield* print(label, repr(outer));
}

function cancel(future: asyncio.Future<string> | asyncio.Task<string>): void {
  future.cancel();
}

function set_result(future: asyncio.Future<string>): void {
  future.set_result("future's");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* shows("coroutine", child());
  yield* shows("error", child(new builtins.ValueError("v")));
  yield* shows("task", asyncio.create_task(child()));
  yield* shows("cancelled error", child(new asyncio.CancelledError("by hand")));
  const task = asyncio.create_task(child());
  loop.call_later(0.005, cancel, task);
  yield* shows("cancelled task", task);
  let future = loop.create_future<string>();
  loop.call_later(0.005, set_result, future);
  yield* shows("future", future);
  future = loop.create_future<string>();
  loop.call_later(0.005, cancel, future);
  yield* shows("cancelled future", future);

  // What is done already is given back as it is.
  future = loop.create_future<string>();
  future.set_result("done");
  yield* shows("done", future);
  future = loop.create_future<string>();
  future.cancel();
  yield* shows("done by a cancellation", future);
  future = loop.create_future<string>();
  future.set_exception(new builtins.KeyError("k"));
  yield* shows("failed", future);

  // A shield of a shield.
  let inner = loop.create_future<number>();
  const outer = asyncio.shield(asyncio.shield(inner));
  inner.set_result(1);
  yield* print(yield* outer);
  // One shielded twice.
  inner = loop.create_future<number>();
  const [first, second] = [asyncio.shield(inner), asyncio.shield(inner)];
  first.cancel();
  inner.set_result(2);
  yield* print(yield* second, first.cancelled());
  for (const wrong of [42, null, [inner]]) {
    try {
      asyncio.shield(wrong as never);
    } catch (thrown) {
      yield* print(except(thrown, builtins.TypeError));
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
