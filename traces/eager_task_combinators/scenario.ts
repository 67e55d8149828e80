/** Eager tasks in gather, wait_for, timeout and as arguments of await: in how many iterations each is over. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* count(label: string, make: () => asyncio.Awaitable<unknown>): Coroutine<void> {
  let hops = 0;
  const loop = asyncio.get_running_loop();
  const tick = (): void => {
    hops++;
    handle = loop.call_soon(tick);
  };
  let handle = loop.call_soon(tick);
  let result: unknown;
  try {
    result = yield* make();
  } catch (thrown) {
    result = repr(except(thrown, builtins.Exception));
  }
  handle.cancel();
  yield* print(label, hops, result);
}

function* nothing(): Coroutine<string> {
  return "nothing";
}

function* once(): Coroutine<string> {
  yield* asyncio.sleep(0);
  return "once";
}

function* fails(): Coroutine<void> {
  throw new builtins.ValueError("at once");
}

function* within(limit: number, coroutine: Coroutine<unknown>): Coroutine<unknown> {
  return yield* asyncio.timeout(limit).with(function* () {
    return yield* asyncio.create_task(coroutine);
  });
}

function* main(): Coroutine<void> {
  asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory);
  yield* count("task that ends", () => asyncio.create_task(nothing()));
  yield* count("task that suspends", () => asyncio.create_task(once()));
  yield* count("task that fails", () => asyncio.create_task(fails()));
  yield* count("gather of ended", () => asyncio.gather(nothing(), nothing()));
  yield* count("gather of suspended", () => asyncio.gather(once(), nothing()));
  yield* count("gather of failed", () => asyncio.gather(fails(), once()));
  yield* count("gather of failed, returned", () => asyncio.gather_kw({ return_exceptions: true }, fails(), nothing()));
  yield* count("wait_for", () => asyncio.wait_for(nothing(), 1));
  yield* count("wait_for a task", () => asyncio.wait_for(asyncio.create_task(once()), 1));
  yield* count("timeout 0 around an ended task", () => within(0, nothing()));
  yield* count("timeout 0 around a suspended task", () => within(0, once()));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
