/** How many iterations of the loop asyncio.wait takes. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* noop(): Coroutine<void> {}

function* ticks(counter: { count: number }): Coroutine<void> {
  for (;;) {
    yield* asyncio.sleep(0);
    counter.count++;
  }
}

function* hops(label: string, make: () => Coroutine<unknown>): Coroutine<void> {
  const counter = { count: 0 };
  const ticking = asyncio.create_task(ticks(counter));
  yield* asyncio.sleep(0);
  const before = counter.count;
  yield* make();
  yield* print(label, counter.count - before);
  ticking.cancel();
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const [done, never] = [loop.create_future(), loop.create_future()];
  const [timeout, return_when] = [0, asyncio.FIRST_COMPLETED];
  done.set_result(null);
  yield* hops("done", () => asyncio.wait([done]));
  yield* hops("done, no time", () => asyncio.wait([done], { timeout }));
  yield* hops("done and never, first", () => asyncio.wait([done, never], { return_when }));
  yield* hops("task", () => asyncio.wait([asyncio.create_task(noop())]));
  yield* hops("two tasks", () => asyncio.wait([asyncio.create_task(noop()), asyncio.create_task(asyncio.sleep(0))]));
  yield* hops("never, no time", () => asyncio.wait([never], { timeout }));
  yield* hops("never, negative", () => asyncio.wait([never], { timeout: -1 }));
  yield* hops("done and never, no time", () => asyncio.wait([done, never], { timeout }));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
