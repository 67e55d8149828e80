/** A barrier: the last one to come goes on first; others take turns; abort, reset and cancellation; and how it reads (3.11 and later). */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

const state = (barrier: asyncio.Barrier) => repr(barrier).split("[")[1];

function* show(label: string, barrier: asyncio.Barrier): Coroutine<void> {
  yield* print(label, state(barrier), barrier.parties, barrier.n_waiting, barrier.broken);
}

function* party(barrier: asyncio.Barrier, name: string): Coroutine<unknown> {
  try {
    return yield* barrier.with(function* (index) {
      yield* print(name, index, state(barrier));
      return index;
    });
  } catch (thrown) {
    const error = except(thrown, [asyncio.BrokenBarrierError, asyncio.CancelledError]);
    if (error instanceof asyncio.CancelledError) {
      yield* print(name, "cancelled", state(barrier));
      throw error;
    }
    yield* print(name, repr(error), state(barrier));
    return "broken";
  }
}

function* start(barrier: asyncio.Barrier, ...names: string[]): Coroutine<asyncio.Task[]> {
  const tasks = names.map((name) => asyncio.create_task(party(barrier, name)));
  yield* asyncio.sleep(0);
  yield* show("started", barrier);
  return tasks;
}

function* end(barrier: asyncio.Barrier, tasks: asyncio.Task[]): Coroutine<void> {
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks));
  yield* show("end", barrier);
}

function* turns(): Coroutine<void> {
  const barrier = new asyncio.Barrier(3);
  yield* show("new", barrier);
  const tasks = yield* start(barrier, "a", "b", "c", "d", "e", "f", "g", "h");
  for (let step = 0; step < 4; step++) {
    yield* asyncio.sleep(0);
    yield* show("step", barrier);
  }
  yield* print(yield* barrier.wait());
  yield* end(barrier, tasks);
}

function* abort(): Coroutine<void> {
  const barrier = new asyncio.Barrier(3);
  const tasks = yield* start(barrier, "a", "b");
  yield* print(yield* barrier.abort());
  yield* show("aborted", barrier);
  tasks.push(...(yield* start(barrier, "c")));
  yield* end(barrier, tasks);
  yield* print(yield* barrier.reset());
  yield* show("reset", barrier);
  yield* end(barrier, yield* start(barrier, "d", "e", "f"));
}

function* reset(): Coroutine<void> {
  const barrier = new asyncio.Barrier(3);
  const tasks = yield* start(barrier, "a", "b");
  yield* barrier.reset();
  yield* show("reset", barrier);
  tasks.push(...(yield* start(barrier, "c", "d", "e")));
  yield* end(barrier, tasks);
}

function* draining(): Coroutine<void> {
  let barrier = new asyncio.Barrier(2);
  let tasks = yield* start(barrier, "a", "b", "c");
  yield* barrier.abort();
  yield* end(barrier, tasks);
  barrier = new asyncio.Barrier(2);
  tasks = yield* start(barrier, "a", "b", "c");
  yield* barrier.reset();
  tasks.push(...(yield* start(barrier, "d")));
  yield* end(barrier, tasks);
}

function* cancelled(): Coroutine<void> {
  const barrier = new asyncio.Barrier(3);
  const tasks = yield* start(barrier, "a", "b");
  tasks[0]?.cancel();
  yield* asyncio.sleep(0);
  yield* show("cancelled", barrier);
  tasks.push(...(yield* start(barrier, "c", "d")));
  tasks[1]?.cancel();
  yield* end(barrier, tasks);
  try {
    yield* asyncio.wait_for(barrier.wait(), 0.01);
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* show("timeout", barrier);
  }
}

function* main(): Coroutine<void> {
  for (const part of [turns, abort, reset, draining, cancelled]) {
    yield* print("---", part.name);
    yield* part();
  }
  yield* print("---");
  yield* print(new asyncio.Barrier(1), yield* new asyncio.Barrier(1).wait());
  for (const parties of [0, -1]) {
    try {
      new asyncio.Barrier(parties);
    } catch (thrown) {
      yield* print(repr(except(thrown, builtins.ValueError)));
    }
  }
  yield* print(new asyncio.BrokenBarrierError() instanceof builtins.RuntimeError);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
