/** How many iterations pass until a task that awaits a gather goes on. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* noop(): Coroutine<void> {
  // Nothing to wait for.
}

function* one_sleep(): Coroutine<void> {
  yield* asyncio.sleep(0);
}

function* fails(): Coroutine<void> {
  throw new builtins.ValueError();
}

interface Counter {
  passed: number;
  handle: asyncio.Handle;
}

function count(loop: asyncio.AbstractEventLoop, counter: Counter): void {
  counter.passed += 1;
  counter.handle = loop.call_soon(count, loop, counter);
}

function* measure(label: string, make: () => asyncio.Future): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const counter: Counter = { passed: 0, handle: loop.call_soon(() => count(loop, counter)) };
  try {
    yield* make();
  } catch (thrown) {
    except(thrown, builtins.ValueError);
  }
  counter.handle.cancel();
  yield* print(label, counter.passed);
}

function* main(): Coroutine<void> {
  const done = asyncio.get_running_loop().create_future<null>();
  done.set_result(null);
  const failed = asyncio.create_task(fails());
  yield* asyncio.sleep(0);
  const kept = { return_exceptions: true };
  yield* measure("nothing:", () => asyncio.gather());
  yield* measure("two noops:", () => asyncio.gather(noop(), noop()));
  yield* measure("noop and sleep(0):", () => asyncio.gather(noop(), one_sleep()));
  yield* measure("noop and done:", () => asyncio.gather(noop(), done));
  yield* measure("done:", () => asyncio.gather(done));
  yield* measure("done twice:", () => asyncio.gather(done, done));
  yield* measure("failed and noop:", () => asyncio.gather(failed, noop()));
  yield* measure("noop and failed:", () => asyncio.gather(noop(), failed));
  yield* measure("failed, kept:", () => asyncio.gather_kw(kept, failed));
  yield* measure("failing and sleep(0):", () => asyncio.gather(fails(), one_sleep()));
  yield* measure("failing and sleep(0), kept:", () => asyncio.gather_kw(kept, fails(), one_sleep()));
  yield* measure("gathers:", () => asyncio.gather(asyncio.gather(noop()), asyncio.gather(done)));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
