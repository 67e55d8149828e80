/** Tasks that wait for themselves, for each other, for another loop, or in a context that is in use, as CPython has them (recorded by task.py). */
import { asyncio, type Blocking, builtins, contextvars, type Coroutine, repr } from "interloop";
import { describe, expect, test } from "vitest";
import { interpreter } from "../../src/interpreter/state.js";
import { cases } from "../judge.js";

/** Reprs without what differs between runs and, as in task.py, without what a task and its coroutine are called. */
function anonymous(text: string): string {
  return text.replace(/0x[0-9a-f]+/g, "0x..").replace(/name='Task-\d+' coro=<[\w.<>]+\(\)>/g, "..");
}

function text(error: unknown): string {
  if (!(error instanceof builtins.Exception)) throw error;
  return `${error.name}: ${anonymous(builtins.str(error))}`;
}

function failure(call: () => unknown): string {
  try {
    return anonymous(repr(call()));
  } catch (error) {
    return text(error);
  }
}

function* outcome(awaitable: asyncio.Future | asyncio.Task): Coroutine<unknown> {
  try {
    return yield* awaitable;
  } catch (error) {
    return text(error);
  }
}

/** A loop that notes what its exception handler is told of callbacks. */
function newLoop(): { loop: asyncio.AbstractEventLoop; seen: string[]; turn: (times: number) => Blocking<void> } {
  const loop = asyncio.new_event_loop();
  const seen: string[] = [];
  loop.set_exception_handler((_loop, context) => {
    const { message = "", handle, exception } = context;
    if (handle !== undefined) seen.push(anonymous(message), anonymous(repr(handle)), text(exception));
  });
  /** So many iterations. */
  function* turn(times: number): Blocking<void> {
    for (let count = 0; count < times; count++) {
      loop.stop();
      yield* loop.run_forever();
    }
  }
  return { loop, seen, turn };
}

/** Tasks of which each waits for the one with the number after it, and the last one for the first. */
function ring(loop: asyncio.AbstractEventLoop, size: number): asyncio.Task[] {
  const tasks: asyncio.Task[] = [];
  function* wait(other: number): Coroutine<unknown> {
    return yield* tasks[other] as asyncio.Task;
  }
  for (let number = 0; number < size; number++) tasks.push(loop.create_task(wait((number + 1) % size)));
  return tasks;
}

const questions: Record<string, () => Blocking<unknown>> = {
  *ring_text() {
    const { loop, turn } = newLoop();
    const tasks = ring(loop, 2);
    function* wait(): Coroutine<unknown> {
      return yield* tasks[0] as asyncio.Task;
    }
    yield* turn(2);
    const future = loop.create_future();
    future.set_result(future);
    const waiting = loop.create_task(wait());
    yield* turn(2);
    return [failure(() => tasks[0]), failure(() => future), failure(() => waiting)];
  },

  *ring_cancelled() {
    const { loop, turn } = newLoop();
    const tasks = ring(loop, 3);
    yield* turn(2);
    const found = failure(() => tasks[0]?.cancel());
    yield* turn(3);
    return [found, ...tasks.map((task) => task.done())];
  },

  *awaits_itself() {
    const { loop, turn } = newLoop();
    const found: unknown[] = [];
    const tasks: asyncio.Task[] = [];
    function* main(): Coroutine<string> {
      for (let count = 0; count < 3; count++) found.push(yield* outcome(tasks[0] as asyncio.Task));
      yield* asyncio.sleep(0);
      return "end";
    }
    function* other(): Coroutine<void> {
      found.push(["other", yield* outcome(tasks[0] as asyncio.Task)]);
    }
    const task: asyncio.Task = loop.create_task(main());
    tasks.push(task);
    loop.create_task(other());
    yield* turn(1);
    const later = loop.create_task(other());
    yield* turn(6);
    return [...found, failure(() => task.result()), later.done()];
  },

  *awaits_another_loop() {
    const [away, home] = [newLoop(), newLoop()];
    const found: unknown[] = [];
    const future = home.loop.create_future();
    function* main(): Coroutine<void> {
      found.push(yield* outcome(future));
    }
    for (const where of [away, away, home]) {
      where.loop.create_task(main());
      yield* where.turn(3);
    }
    future.set_result("value");
    for (const where of [home, away]) {
      where.loop.create_task(main());
      yield* where.turn(3);
    }
    return found;
  },

  *taken_context() {
    const { loop, seen } = newLoop();
    const found: unknown[] = [];
    const context = new contextvars.Context();
    const append = { "list.append": (what: string) => void found.push(what) };
    function* child(): Coroutine<void> {
      found.push("child runs");
    }
    function* main(): Coroutine<unknown> {
      const task = interpreter().profile.minor >= 11 ? loop.create_task(child(), { context }) : null;
      loop.call_soon_kw({ context }, append["list.append"], "called");
      loop.call_soon(append["list.append"], "called in another");
      for (let count = 0; count < 3; count++) yield* asyncio.sleep(0);
      return task === null || [task.done(), task.cancel(), failure(() => task.result())];
    }
    yield* context.run(function* () {
      found.push(yield* loop.run_until_complete(main()));
    });
    return [...seen, ...found];
  },

  *cancelled_in_a_ring() {
    const { loop, seen, turn } = newLoop();
    const tasks = ring(loop, 2);
    function* cancels_itself(): Coroutine<void> {
      asyncio.current_task()?.cancel();
      yield* tasks[0] as asyncio.Task;
    }
    yield* turn(2);
    const task = loop.create_task(cancels_itself());
    yield* turn(3);
    return [seen.slice(2), task.done(), []];
  },
};

describe("a task that waits for what it should not, or runs where it cannot, does what it does in CPython", () => {
  const asked = cases("asyncio/task.json", (question) => questions[question], { mayLog: true });

  test.each(asked)("%s", (_question, ask) => {
    ask();
  });

  test("every question was recorded", () => {
    expect(asked.map(([question]) => question)).toEqual(Object.keys(questions));
  });
});
