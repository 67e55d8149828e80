/** How many iterations a shield costs, and what it is when nothing is to be awaited. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* noop(): Coroutine<string> {
  return "noop";
}

function* ticks(counter: { count: number }): Coroutine<void> {
  for (;;) {
    yield* asyncio.sleep(0);
    counter.count++;
  }
}

function* hops(label: string, make: () => asyncio.Awaitable<unknown>): Coroutine<void> {
  const counter = { count: 0 };
  const ticking = asyncio.create_task(ticks(counter));
  yield* asyncio.sleep(0);
  const before = counter.count;
  const result = yield* make();
  yield* print(label, result, counter.count - before);
  ticking.cancel();
}

function* main(): Coroutine<void> {
  const done = asyncio.get_running_loop().create_future<string>();
  done.set_result("done");
  yield* hops("coroutine", () => asyncio.shield(noop()));
  yield* hops("sleep", () => asyncio.shield(asyncio.sleep(0, "slept")));
  yield* hops("task", () => asyncio.shield(asyncio.create_task(noop())));
  yield* hops("done", () => asyncio.shield(done));
  yield* hops("shield of a shield", () => asyncio.shield(asyncio.shield(noop())));
  yield* hops("gather", () => asyncio.shield(asyncio.gather(noop(), noop())));
  yield* hops("wait for", () => asyncio.wait_for(asyncio.shield(noop()), 1));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
