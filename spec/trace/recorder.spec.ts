import {
  asyncio,
  type Blocking,
  CLOCK,
  type Coroutine,
  type Event,
  Kernel,
  print,
  replay,
  simulate,
  threading,
  time,
} from "interloop";
import { describe, expect, test } from "vitest";
import { KernelBug } from "../../src/kernel/errors.js";
import { Recorder } from "../../src/trace/recorder.js";

describe("a recorder", () => {
  function attached(): Recorder {
    const recorder = new Recorder();
    recorder.attach(new Kernel({ observer: recorder }));
    return recorder;
  }

  test("numbers events from 1 and keeps numbers that can be printed", () => {
    const recorder = attached();
    expect(recorder.note("timer.push", 0, { loop: "event loop 1", what: "f()", when: Infinity })).toBe(1);
    expect(recorder.note("loop.select", 1, { loop: "event loop 1", timeout: -0 })).toBe(2);
    expect(recorder.events).toEqual([
      { seq: 1, time: 0, thread: -1, kind: "timer.push", cause: 0, loop: "event loop 1", what: "f()", when: null },
      { seq: 2, time: 0, thread: -1, kind: "loop.select", cause: 1, loop: "event loop 1", timeout: 0 },
    ]);
  });

  test("refuses what is not in the schema, since a reader would refuse it", () => {
    const recorder = attached();
    const note = (kind: string, fields: Readonly<Record<string, string | number | null>>) => () =>
      recorder.note(kind, 0, fields);
    const ending = " (this is a bug of Interloop: please report it with the scenario and the schedule)";
    expect(note("thread.nap", {})).toThrow(new KernelBug("the event thread.nap is not in the schema of traces"));
    expect(note("thread.end", { id: 1 })).toThrow(
      `the event thread.end has no field id in the schema of traces${ending}`,
    );
    expect(note("lock.acquire", {})).toThrow(`the field lock of the event lock.acquire is no text: null${ending}`);
    expect(note("thread.preempt", { to: "t1" })).toThrow(
      `the field to of the event thread.preempt is no number: t1${ending}`,
    );
    expect(() => new Recorder().note("thread.end", 0, {})).toThrow(
      `thread.end was noted before the recorder was attached${ending}`,
    );
  });
});

describe("causes", () => {
  function* main(): Coroutine<void> {
    const loop = asyncio.get_running_loop();
    const done = loop.create_future<null>();
    const body = function* (): Blocking<void> {
      yield* loop.call_soon_threadsafe(() => {
        done.set_result(null);
      });
    };
    yield* new threading.Thread({ target: body, name: "helper" }).start();
    yield* done;
    yield* print("done");
  }

  function* program(): Blocking<void> {
    yield* asyncio.run(main());
  }

  test("lead from what a thread does back to what made another thread do it", () => {
    const { trace } = simulate(program, { trace: true });
    const chain: string[] = [];
    let event: Event | undefined = trace.events.find(({ kind }) => kind === "write");
    while (event !== undefined) {
      chain.push(`t${String(event.thread)} ${event.kind}`);
      event = trace.events[event.cause - 1];
    }
    // Read upwards: the main task starts the helper, whose callback completes the future, which makes the task go on and print.
    expect(chain).toEqual([
      "t0 write",
      "t0 ready.run",
      "t0 ready.append",
      "t0 ready.run",
      "t1 ready.append",
      "t1 thread.begin",
      "t0 thread.start",
      "t0 ready.run",
      "t0 ready.append",
    ]);
  });

  test("are earlier events of the same trace, and times never go back", () => {
    const { events } = simulate(program, { trace: true }).trace;
    expect(events.every(({ seq, cause }) => cause < seq)).toBe(true);
    expect(events.every(({ time }, at) => time >= (events[at - 1]?.time ?? 0))).toBe(true);
  });

  test("the clock is no thread, unless a thread's own work takes the time", () => {
    const busy = function* (): Blocking<void> {
      yield* time.sleep(1);
      yield* time.work(1);
    };
    const { events } = simulate(busy, { trace: true, clock: "frozen" }).trace;
    const advances = events.filter(({ kind }) => kind === "clock.advance");
    expect(advances.map((event) => [event.time, event.thread, event.cause])).toEqual([
      [1, CLOCK, 0],
      [2, 0, 3],
    ]);
  });

  test("a run that is not recorded costs no event, and prints the same", () => {
    const silent = simulate(program);
    const recorded = simulate(program, { trace: true });
    expect([silent.output, silent.time, silent.steps]).toEqual([recorded.output, recorded.time, recorded.steps]);
    expect(() => silent.trace).toThrow("this run was not recorded: pass { trace: true } to have its trace");
  });

  test("the trace says who was stopped, also when another thread took the lock first", () => {
    const lockRace = function* (): Blocking<void> {
      const lock = new threading.Lock();
      const body = function* (): Blocking<void> {
        yield* lock.acquire();
        yield* lock.release();
      };
      const other = new threading.Thread({ target: body, name: "other" });
      yield* other.start();
      yield* lock.acquire();
      yield* lock.release();
      yield* other.join();
    };
    // The main thread is about to take the lock, which is free; then the other one takes it.
    const { trace } = replay(lockRace, "i1:1=t0,2=t1", { trace: true });
    const story = trace.events.flatMap((event) => {
      if (event.kind === "thread.wait") return [`t${String(event.thread)} waits: ${event.operation}`];
      return event.kind === "lock.acquire" || event.kind === "thread.wake"
        ? [`t${String(event.thread)} ${event.kind}`]
        : [];
    });
    expect(story).toEqual([
      "t0 waits: wait for thread to start",
      "t0 thread.wake",
      "t1 lock.acquire",
      "t0 waits: acquire lock",
      "t0 thread.wake",
      "t0 lock.acquire",
    ]);
  });
});
