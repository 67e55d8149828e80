/** A cancellation of who awaits a shield does not reach what is shielded, which goes on to its end. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(name: string): Coroutine<string> {
  try {
    yield* asyncio.sleep(0.05);
    yield* print(name, "ends");
    return name;
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, "was cancelled");
    throw error;
  }
}

function* parent(inner: asyncio.Task<string>): Coroutine<string> {
  try {
    return yield* asyncio.shield(inner);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("parent:", repr(error));
    throw error;
  }
}

function* main(): Coroutine<void> {
  let inner = asyncio.create_task(child("a"));
  let waiting = asyncio.create_task(parent(inner));
  yield* asyncio.sleep(0.01);
  waiting.cancel();
  yield* asyncio.wait([waiting]);
  yield* print(waiting.cancelled(), inner.done(), repr(inner).includes("cb="));
  yield* print(yield* inner);

  // Only the future is cancelled, and nobody awaits it.
  inner = asyncio.create_task(child("b"));
  const outer = asyncio.shield(inner);
  yield* asyncio.sleep(0.01);
  yield* print(outer.cancel(), outer.cancelled(), outer.cancel());
  yield* print(yield* inner, outer);

  // What is shielded is cancelled itself.
  inner = asyncio.create_task(child("c"));
  waiting = asyncio.create_task(parent(inner));
  yield* asyncio.sleep(0.01);
  inner.cancel();
  yield* asyncio.wait([waiting]);
  yield* print(waiting.cancelled(), inner.cancelled());

  // Both, in either order.
  for (const innerFirst of [true, false]) {
    inner = asyncio.create_task(child("d"));
    waiting = asyncio.create_task(parent(inner));
    yield* asyncio.sleep(0.01);
    const both = [inner, waiting];
    for (const one of innerFirst ? both : [waiting, inner]) one.cancel();
    yield* asyncio.wait(both);
    yield* print(waiting.cancelled(), inner.cancelled());
  }

  // Under a timeout: the shielded one outlives it.
  inner = asyncio.create_task(child("e"));
  try {
    yield* asyncio.wait_for(asyncio.shield(inner), 0.01);
  } catch (thrown) {
    yield* print(repr(except(thrown, asyncio.TimeoutError)), inner.done());
  }
  yield* print(yield* inner);

  // In a gather that is cancelled.
  inner = asyncio.create_task(child("f"));
  const group = asyncio.gather(asyncio.shield(inner), child("g"));
  yield* asyncio.sleep(0.01);
  group.cancel();
  try {
    yield* group;
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("group cancelled", inner.done());
  }
  yield* print(yield* inner);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
