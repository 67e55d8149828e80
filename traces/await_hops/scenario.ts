/** How many iterations of the loop pass until an awaiting task goes on. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* noop(): Coroutine<void> {}

function* one_sleep(): Coroutine<void> {
  yield* asyncio.sleep(0);
}

function* fails(): Coroutine<void> {
  throw new builtins.ValueError();
}

type Counter = [number, asyncio.Handle | null];

function count(loop: asyncio.AbstractEventLoop, counter: Counter): void {
  counter[0] += 1;
  counter[1] = loop.call_soon(count, loop, counter);
}

function* measure(label: string, awaitable: asyncio.Awaitable<unknown>): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const counter: Counter = [0, null];
  counter[1] = loop.call_soon(count, loop, counter);
  try {
    yield* awaitable;
  } catch (thrown) {
    except(thrown, builtins.ValueError);
  }
  counter[1].cancel();
  yield* print(label, counter[0]);
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const done = loop.create_future<null>();
  done.set_result(null);
  yield* measure("done future:", done);
  yield* measure("coroutine:", noop());
  yield* measure("coroutine with sleep(0):", one_sleep());
  yield* measure("sleep(0):", asyncio.sleep(0));
  yield* measure("sleep(-1):", asyncio.sleep(-1));
  yield* measure("task:", asyncio.create_task(noop()));
  yield* measure("task with sleep(0):", asyncio.create_task(one_sleep()));
  yield* measure("failing task:", asyncio.create_task(fails()));
  const task = asyncio.create_task(noop());
  yield* asyncio.sleep(0);
  yield* measure("done task:", task);
  const future = loop.create_future<null>();
  loop.call_soon(() => future.set_result(null));
  yield* measure("future set by the next callback:", future);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
