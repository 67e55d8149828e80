/** Children that are done already: counted at once or one iteration later; the first failure counts, and the first is by position. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function failed(loop: asyncio.AbstractEventLoop, text: string): asyncio.Future {
  const future = loop.create_future();
  future.set_exception(new builtins.ValueError(text));
  return future;
}

function type_name(result: unknown): string {
  return typeof result === "string" ? "str" : (result as { constructor: { name: string } }).constructor.name;
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const done = loop.create_future<string>();
  done.set_result("done");
  const cancelled = loop.create_future();
  cancelled.cancel();

  let outer: asyncio.Future = asyncio.gather(done, done);
  yield* print(outer);
  yield* asyncio.sleep(0);
  yield* print(outer);

  outer = asyncio.gather(done, failed(loop, "first"), failed(loop, "second"), loop.create_future());
  yield* print(outer.done());
  try {
    yield* outer;
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.ValueError)));
  }

  const pending = loop.create_future();
  outer = asyncio.gather(pending, cancelled);
  yield* print(outer.done());
  yield* asyncio.sleep(0);
  yield* print(outer.done(), outer.cancelled(), pending.done());
  try {
    outer.result();
  } catch (thrown) {
    yield* print(repr(except(thrown, asyncio.CancelledError)));
  }

  const kept = yield* asyncio.gather_kw({ return_exceptions: true }, done, cancelled, failed(loop, "kept"));
  yield* print(kept.map(type_name));

  // A child that fails in the same iteration in which its gather begins is counted in the order of events.
  const future = loop.create_future();
  loop.call_soon(() => future.set_exception(new builtins.ValueError("set")));
  outer = asyncio.gather(future, failed(loop, "before"));
  try {
    yield* outer;
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.ValueError)));
  }
  yield* asyncio.sleep(0);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
