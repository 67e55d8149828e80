/** How a loop turns, against the answers of CPython that loop_run.py gave: the same questions under the same names. */
import { asyncio, type Blocking, builtins, type Coroutine, sys } from "interloop";
import { describe, expect, test } from "vitest";
import { current } from "../../src/kernel/current.js";
import { cases } from "../judge.js";

type Loop = asyncio.AbstractEventLoop;

const nothing = (): void => undefined;

function* nap(times: number): Coroutine<void> {
  for (let turn = 0; turn < times; turn++) yield* asyncio.sleep(0);
}

/** The nanoseconds since a moment of the clock: as many as it was read, when nothing waited. */
function since(start: number): number {
  return Math.round((current().now - start) * 1e9);
}

function* expired(body: Coroutine<unknown>): Coroutine<void> {
  try {
    yield* body;
  } catch (error) {
    expect(error).toBeInstanceOf(asyncio.TimeoutError);
  }
}

/** What is done between two looks at the clock, in a coroutine of a loop. */
const clock: Record<string, (loop: Loop) => Coroutine<unknown>> = {
  *read_time(loop) {
    loop.time();
  },
  *call_soon(loop) {
    loop.call_soon(nothing);
  },
  *call_soon_threadsafe(loop) {
    yield* loop.call_soon_threadsafe(nothing);
  },
  *call_later(loop) {
    loop.call_later(1, nothing);
  },
  *call_at(loop) {
    loop.call_at(1, nothing);
  },
  *cancel_timer(loop) {
    loop.call_at(1, nothing).cancel();
  },
  *one_turn() {
    yield* asyncio.sleep(0);
  },
  *three_turns() {
    yield* nap(3);
  },
  *turn_with_timer(loop) {
    loop.call_at(1, nothing);
    yield* asyncio.sleep(0);
  },
  *turn_with_due_timer(loop) {
    loop.call_at(0, nothing);
    yield* asyncio.sleep(0);
  },
  *turn_after_threadsafe(loop) {
    yield* loop.call_soon_threadsafe(nothing);
    yield* nap(3);
  },
  *short_sleep() {
    yield* asyncio.sleep(1e-9);
  },
  *sleep_for_a_millisecond() {
    yield* asyncio.sleep(0.001);
  },
  *sleep_for_9_milliseconds() {
    yield* asyncio.sleep(0.009);
  },
  *sleep_for_a_second() {
    yield* asyncio.sleep(1);
  },
  *sleep_for_two_days() {
    yield* asyncio.sleep(172800);
  },
  *two_sleeps_at_once() {
    yield* asyncio.gather(asyncio.sleep(0.5), asyncio.sleep(0.5));
  },
  *cancelled_root(loop) {
    loop.call_later(0.25, nothing).cancel();
    yield* asyncio.sleep(0.5);
  },
  *cancelled_before_the_end(loop) {
    const timer = loop.call_later(0.25, nothing);
    loop.call_later(0.1, () => {
      timer.cancel();
    });
    yield* asyncio.sleep(0.5);
  },
  *await_a_task(loop) {
    yield* loop.create_task(nap(1));
  },
  *wait_for_in_time() {
    yield* asyncio.wait_for(nap(1), 1);
  },
  *wait_for_too_long() {
    yield* expired(asyncio.wait_for(asyncio.sleep(1), 0.5));
  },
  *timeout_in_time() {
    yield* asyncio.timeout(1).with(() => nap(1));
  },
  *timeout_of_none() {
    yield* asyncio.timeout(null).with(() => nap(1));
  },
  *timeout_at() {
    yield* asyncio.timeout_at(1).with(() => nap(1));
  },
  *timeout_too_long() {
    yield* expired(asyncio.timeout(0.5).with(() => asyncio.sleep(1)));
  },
  *timeout_moved() {
    yield* asyncio.timeout(1).with(function* (timeout): Coroutine<void> {
      timeout.reschedule(2);
      timeout.reschedule(null);
    });
  },
  *debug_turn(loop) {
    loop.set_debug(true);
    yield* asyncio.sleep(0);
  },
  *debug_handles(loop) {
    loop.set_debug(true);
    yield* asyncio.sleep(0);
    loop.call_soon(nothing);
    loop.call_soon(nothing);
    yield* asyncio.sleep(0);
  },
  *debug_cancelled_handle(loop) {
    loop.set_debug(true);
    yield* asyncio.sleep(0);
    loop.call_soon(nothing).cancel();
    yield* asyncio.sleep(0);
  },
  *debug_cancelled_timer(loop) {
    loop.set_debug(true);
    loop.call_at(0, nothing).cancel();
    const timer = loop.call_at(0, nothing);
    loop.call_at(-1, () => {
      timer.cancel();
    });
    yield* nap(2);
  },
  *debug_cancelled_sleep(loop) {
    loop.set_debug(true);
    const task = loop.create_task(asyncio.sleep(1e-9));
    yield* asyncio.sleep(0);
    loop.call_at(-1, () => {
      task.cancel();
    });
    yield* nap(4);
  },
};

function* countReads(question: (loop: Loop) => Coroutine<unknown>): Blocking<number> {
  const loop = asyncio.new_event_loop();
  function* main(): Coroutine<number> {
    const start = current().now;
    yield* question(loop);
    return since(start);
  }
  const reads = yield* loop.run_until_complete(main());
  yield* loop.close();
  return reads;
}

/** Runs a loop that `set` has made ready, to its end, and closes it. */
function* turning(set: (loop: Loop, note: (text: string) => void) => void): Blocking<string[]> {
  const seen: string[] = [];
  const loop = asyncio.new_event_loop();
  set(loop, (text) => {
    seen.push(text);
  });
  yield* loop.run_forever();
  yield* loop.close();
  return seen;
}

const runs: Record<string, () => Blocking<unknown>> = {
  *run_until_complete() {
    const loop = asyncio.new_event_loop();
    yield* loop.run_until_complete(nap(0));
    yield* loop.close();
    return since(0);
  },
  *stop_before_running() {
    yield* turning((loop) => {
      loop.stop();
    });
    return since(0);
  },
  *stop_with_timer() {
    yield* turning((loop) => {
      loop.call_at(1, nothing);
      loop.stop();
    });
    return since(0);
  },
  *run() {
    yield* asyncio.run(nap(0));
    return since(0);
  },
  *run_debug() {
    yield* asyncio.run(nap(0), { debug: true });
    return since(0);
  },
};

const orders: Record<string, () => Blocking<unknown>> = {
  added_handles_wait: () =>
    turning((loop, note) => {
      const parent = (name: string, depth: number): void => {
        note(name);
        if (depth > 0) for (const child of "ab") loop.call_soon(parent, name + child, depth - 1);
      };
      loop.call_soon(parent, "x", 2);
      loop.call_soon(parent, "y", 2);
      loop.call_later(0.01, loop.stop);
    }),
  *timers_after_ready() {
    const seen: string[] = [];
    const note = (text: string): void => void seen.push(text);
    const loop = asyncio.new_event_loop();
    loop.call_at(0, note, "timer at 0");
    loop.call_at(-1, note, "timer at -1");
    loop.call_soon(note, "soon");
    yield* loop.call_soon_threadsafe(note, "threadsafe");
    loop.call_soon(loop.stop);
    yield* loop.run_forever();
    return seen;
  },
  *stop_finishes_the_iteration() {
    const seen: string[] = [];
    const note = (text: string): void => void seen.push(text);
    const loop = asyncio.new_event_loop();
    loop.call_soon(note, "before");
    loop.call_soon(loop.stop);
    loop.call_soon(() => {
      loop.call_soon(note, "next iteration");
    });
    loop.call_soon(note, "after");
    yield* loop.run_forever();
    note("|");
    loop.stop();
    yield* loop.run_forever();
    return seen;
  },
  *exit_leaves_the_rest() {
    const seen: string[] = [];
    const note = (text: string): void => void seen.push(text);
    const loop = asyncio.new_event_loop();
    loop.call_soon(note, "before");
    loop.call_soon(() => {
      loop.call_soon(note, "added before it left");
      loop.stop();
      sys.exit(3);
    });
    loop.call_soon(note, "rest");
    try {
      yield* loop.run_forever();
    } catch (error) {
      const { code } = error as builtins.SystemExit;
      note(`left with ${String(code)}, running: ${loop.is_running() ? "True" : "False"}`);
    }
    loop.call_soon(note, "called since");
    loop.call_soon(() => {
      loop.call_soon(loop.stop);
    });
    yield* loop.run_forever();
    return seen;
  },
  *cancelled_in_the_same_iteration() {
    const handles: asyncio.Handle[] = [];
    const seen: unknown[] = yield* turning((loop, note) => {
      loop.call_soon(() => {
        handles[1]?.cancel();
      });
      for (const name of ["first", "second", "third"]) handles.push(loop.call_soon(note, name));
      loop.call_soon(() => {
        handles[0]?.cancel();
      });
      loop.call_soon(loop.stop);
    });
    return [...seen, ...handles.map((handle) => handle.cancelled())];
  },
  timers_within_a_millisecond: () =>
    turning((loop, note) => {
      const timer = (name: string): void => {
        note(name);
        loop.call_soon(note, `called by ${name}`);
      };
      for (const delay of [0.0101, 0.0109, 0.0105, 0.0111]) loop.call_at(delay, timer, String(delay));
      loop.call_at(0.02, loop.stop);
    }),
};

function heapOf(loop: Loop): number[] {
  return [loop._scheduled.length, loop._timer_cancelled_count];
}

/** One iteration. */
function* turnOnce(loop: Loop): Blocking<number[]> {
  loop.stop();
  yield* loop.run_forever();
  return heapOf(loop);
}

function timersFrom(loop: Loop, first: number, count: number): asyncio.TimerHandle[] {
  return Array.from({ length: count }, (_, number) => loop.call_at(first + number, nothing));
}

function* purge(timers: number, cancelled: number): Blocking<number[]> {
  const loop = asyncio.new_event_loop();
  for (const handle of timersFrom(loop, 100, timers).slice(1, cancelled + 1)) handle.cancel();
  return yield* turnOnce(loop);
}

const heaps: Record<string, () => Blocking<unknown>> = {
  *cancelled_roots() {
    const loop = asyncio.new_event_loop();
    const handles = timersFrom(loop, 100, 5);
    const left: number[][] = [];
    for (const number of [1, 0, 3]) {
      handles[number]?.cancel();
      left.push(yield* turnOnce(loop));
    }
    return left;
  },
  *drifting_count() {
    const loop = asyncio.new_event_loop();
    loop.call_at(-3, loop.stop);
    const early = Array.from({ length: 30 }, () => loop.call_at(-2, nothing));
    const late = timersFrom(loop, 100, 101);
    for (const handle of early) handle.cancel();
    yield* loop.run_forever();
    const left = [heapOf(loop)];
    for (const handle of late.slice(1, 22)) handle.cancel();
    return [...left, yield* turnOnce(loop)];
  },
  *cancelled_after_it_ran() {
    const loop = asyncio.new_event_loop();
    const ran = loop.call_at(-1, loop.stop);
    const left = loop.call_at(100, nothing);
    loop.call_at(99, nothing);
    yield* loop.run_forever();
    ran.cancel();
    left.cancel();
    left.cancel();
    return [loop._timer_cancelled_count, ran.cancelled(), left.cancelled()];
  },
};

/** Tries to run a loop; its error is noted. */
function* refused(run: Blocking<unknown>, seen: unknown[]): Blocking<boolean> {
  try {
    yield* run;
    return false;
  } catch (error) {
    if (!(error instanceof builtins.RuntimeError)) throw error;
    seen.push(error.args[0]);
    return true;
  }
}

function* nested(innerOf: (outer: Loop) => Blocking<Loop>): Blocking<unknown[]> {
  const outer = asyncio.new_event_loop();
  const inner = yield* innerOf(outer);
  const seen: unknown[] = [];
  const look = (): unknown[] => [outer.is_running(), inner.is_running(), asyncio._get_running_loop() === outer];
  function* main(): Coroutine<string> {
    yield* refused(inner.run_until_complete(outer.create_future()), seen);
    seen.push(look());
    yield* refused(inner.run_forever(), seen);
    seen.push(look());
    yield* asyncio.sleep(0);
    return "end";
  }
  seen.push(yield* outer.run_until_complete(main()));
  seen.push([outer.is_running(), asyncio._get_running_loop() === null]);
  return seen;
}

const nestedRuns: Record<string, () => Blocking<unknown>> = {
  nested_same_loop: () =>
    nested(function* (outer) {
      return outer;
    }),
  nested_other_loop: () =>
    nested(function* () {
      return asyncio.new_event_loop();
    }),
  nested_closed_loop: () =>
    nested(function* () {
      const loop = asyncio.new_event_loop();
      yield* loop.close();
      return loop;
    }),
  *run_again_after_nested() {
    const loop = asyncio.new_event_loop();
    const seen: unknown[] = [];
    function* main(): Coroutine<string> {
      for (let turn = 0; turn < 2; turn++) {
        loop.call_soon(loop.stop);
        loop.call_soon(() => void seen.push("handle"));
        if (!(yield* refused(loop.run_forever(), seen))) seen.push("ran");
      }
      return "end";
    }
    seen.push(yield* loop.run_until_complete(main()));
    return seen;
  },
};

function scenarioOf(question: string): (() => Blocking<unknown>) | undefined {
  const [, timers, cancelled] = /^purge (\d+) (\d+)$/.exec(question) ?? [];
  if (timers !== undefined) return () => purge(Number(timers), Number(cancelled));
  const read = clock[question];
  if (read !== undefined) return () => countReads(read);
  return { ...runs, ...orders, ...heaps, ...nestedRuns }[question];
}

describe("a loop turns as CPython's does", () => {
  const asked = cases("asyncio/loop_run.json", scenarioOf);

  test.each(asked)("%s", (_question, ask) => {
    ask();
  });

  test("and was asked everything that stands here", () => {
    const questions = [clock, runs, orders, heaps, nestedRuns].flatMap((group) => Object.keys(group));
    expect(asked.map(([question]) => question).filter((question) => !question.startsWith("purge "))).toEqual(questions);
  });
});
