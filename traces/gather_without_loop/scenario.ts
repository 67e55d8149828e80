/** asyncio.gather and its kin outside of a running loop: which loop they take. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(name: string): Coroutine<string> {
  yield* asyncio.sleep(0);
  return name;
}

function* attempt<F extends asyncio.Future>(
  loop: asyncio.AbstractEventLoop,
  label: string,
  make: () => F,
): Blocking<F> {
  try {
    const made = make();
    yield* print(label, made.get_loop() === loop, made.done());
    return made;
  } catch (thrown) {
    yield* print(label, repr(except(thrown, [builtins.RuntimeError, builtins.ValueError])));
    return null as never;
  }
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  asyncio.set_event_loop(loop);
  yield* attempt(loop, "nothing", () => asyncio.gather());
  const both = yield* attempt(loop, "coroutines", () => asyncio.gather(child("a"), child("b")));
  yield* print(yield* loop.run_until_complete(both));
  let made = yield* attempt(loop, "shield", () => asyncio.shield(child("c")));
  yield* print(yield* loop.run_until_complete(made));
  made = yield* attempt(loop, "ensure_future", () => asyncio.ensure_future(child("d")));
  yield* print(yield* loop.run_until_complete(made));

  // Futures say themselves where they belong; two loops are one too many.
  const other = asyncio.new_event_loop();
  let gathered: asyncio.Future = yield* attempt(loop, "future", () => asyncio.gather(loop.create_future()));
  gathered.cancel();
  gathered = yield* attempt(loop, "other's future", () => asyncio.gather(other.create_future()));
  gathered.cancel();
  yield* attempt(loop, "two loops", () => asyncio.gather(loop.create_future(), other.create_future()));
  yield* attempt(loop, "wrong loop", () => asyncio.ensure_future(loop.create_future(), { loop: other }));
  yield* attempt(loop, "right loop", () => asyncio.ensure_future(loop.create_future(), { loop }));
  yield* other.close();

  asyncio.set_event_loop(null);
  yield* attempt(loop, "no loop", () => asyncio.gather());
  const coroutine = child("e");
  yield* attempt(loop, "no loop, coroutine", () => asyncio.gather(coroutine));
  yield* attempt(loop, "no loop, ensure_future", () => asyncio.ensure_future(coroutine));
  yield* attempt(loop, "no loop, shield", () => asyncio.shield(coroutine));
  yield* attempt(loop, "no loop, future", () => asyncio.shield(loop.create_future()));
  yield* attempt(loop, "closed loop", () => asyncio.ensure_future(coroutine, { loop: other }));
  yield* loop.close();
}
