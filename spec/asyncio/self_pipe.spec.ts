/** How long the selector waits, against the machine's clock under CPython (self_pipe.py), and how other threads wake it. */
import { asyncio, type Blocking, type Coroutine, explore, Kernel, print, simulate, threading, time } from "interloop";
import { describe, expect, test } from "vitest";
import { epollWait, SelfPipe } from "../../src/asyncio/self_pipe.js";
import { recorded, single } from "../builtins/recorded.js";
import { Script } from "../kernel/bare.js";

describe("epoll", () => {
  const rows = recorded<string, number>("../asyncio/self_pipe.json").map(single);

  test("waits as many milliseconds as it did when it was measured", () => {
    const found = rows.map(([microseconds]) => [microseconds, Math.round(epollWait(Number(microseconds) / 1e6) * 1e3)]);
    expect(found).toEqual(rows);
  });

  test.each([
    [8, 8],
    [9, 10],
    [13, 14],
    [18, 19],
    [26, 27],
    [36, 37],
    [52, 53],
  ])("asked for %i ms waits %i ms", (asked, waited) => {
    expect(epollWait(asked / 1000)).toBe(waited / 1000);
  });

  test("never waits less than it is asked to, nor 2 ms more", () => {
    for (let microseconds = 1; microseconds < 200_000; microseconds += 37) {
      const asked = microseconds / 1e6;
      expect(epollWait(asked)).toBeGreaterThanOrEqual(asked);
      expect(epollWait(asked) - asked).toBeLessThan(0.002);
    }
  });

  test("is only part of the clock that is Linux's", () => {
    const at = (clock: "linux" | "frozen"): string =>
      simulate(
        function* (): Blocking<void> {
          yield* asyncio.run(asyncio.sleep(0.009));
        },
        { clock },
      ).time.toFixed(6);
    expect([at("linux"), at("frozen")]).toEqual(["0.010000", "0.009000"]);
  });
});

describe("a loop that waits", () => {
  /** How often the loop waited, was woken by the pipe, and read from it. */
  const wakeUps = (submit: (loop: asyncio.AbstractEventLoop) => Blocking<void>): Record<string, number> => {
    const { trace } = simulate(
      function* (): Blocking<void> {
        const loop = asyncio.new_event_loop();
        const thread = new threading.Thread({ target: loop.run_forever });
        yield* thread.start();
        yield* time.sleep(1);
        yield* submit(loop);
        yield* time.sleep(1);
        yield* loop.call_soon_threadsafe(loop.stop);
        yield* thread.join();
        yield* loop.close();
      },
      { trace: true },
    );
    const count = (kind: string): number => trace.events.filter((event) => event.kind === kind).length;
    return { written: count("pipe.write"), read: count("pipe.read") };
  };
  const nothing = (): void => undefined;

  test("is woken by each submission that it has time for", () => {
    const found = wakeUps(function* (loop) {
      yield* loop.call_soon_threadsafe(nothing);
      yield* time.sleep(0.5);
      yield* loop.call_soon_threadsafe(nothing);
    });
    // The last one of each is the stop's.
    expect(found).toEqual({ written: 3, read: 3 });
  });

  test("is woken once by several submissions that come together", () => {
    const found = wakeUps(function* (loop) {
      for (let turn = 0; turn < 5; turn++) yield* loop.call_soon_threadsafe(nothing);
    });
    expect(found).toEqual({ written: 6, read: 2 });
  });

  test("is not woken by call_soon()", () => {
    const found = wakeUps(function* (loop) {
      loop.call_soon(nothing);
      yield* time.sleep(0);
    });
    expect(found).toEqual({ written: 1, read: 1 });
  });

  test("is woken in every schedule, whenever the submission comes", () => {
    const { verdict, outcomes } = explore(function* (): Blocking<void> {
      const loop = asyncio.new_event_loop();
      const thread = new threading.Thread({ target: loop.run_forever });
      yield* thread.start();
      yield* loop.call_soon_threadsafe(loop.stop);
      yield* thread.join();
      yield* print("woken");
    });
    expect([verdict, outcomes.map(({ output }) => output)]).toEqual(["exhausted", ["woken\n"]]);
  });

  test("wakes itself when it submits to itself, which costs an iteration", () => {
    const turns = (submit: (loop: asyncio.AbstractEventLoop) => Blocking<void>): number => {
      const { trace } = simulate(
        function* (): Blocking<void> {
          const main = function* (): Coroutine<void> {
            yield* submit(asyncio.get_running_loop());
            yield* asyncio.sleep(1);
          };
          const loop = asyncio.new_event_loop();
          yield* loop.run_until_complete(main());
        },
        { trace: true },
      );
      return trace.events.filter((event) => event.kind === "loop.select").length;
    };
    const soon = turns(function* (loop) {
      loop.call_soon(nothing);
    });
    const threadsafe = turns(function* (loop) {
      yield* loop.call_soon_threadsafe(nothing);
    });
    expect([soon, threadsafe]).toEqual([5, 5]);
  });
});

describe("a pipe", () => {
  /** The scheduling points of something that is done with a pipe. */
  const points = (body: Blocking<void>): string[] => [...body].map((operation) => operation.name);

  test("has a scheduling point before and after each system call", () => {
    const [kernel, pipe] = [new Kernel({ chooser: new Script() }), new SelfPipe()];
    expect([points(pipe.send(kernel)), pipe.readable.open]).toEqual([["write to self-pipe", "go on"], true]);
    expect([points(pipe.send(kernel)), pipe.readable.open]).toEqual([["write to self-pipe", "go on"], true]);
    expect([points(pipe.drain(kernel)), pipe.readable.open]).toEqual([["read from self-pipe", "go on"], false]);
  });

  test("that is closed swallows what is written to it, without a word", () => {
    const [kernel, pipe] = [new Kernel({ chooser: new Script() }), new SelfPipe()];
    pipe.closed = true;
    pipe.wake(kernel);
    expect([points(pipe.send(kernel)), pipe.readable.open]).toEqual([[], false]);
    const alone = new Kernel();
    const before = alone.credit;
    pipe.sendAtOnce(alone);
    expect([alone.credit, pipe.readable.open]).toEqual([before, false]);
  });

  test("costs as many steps where nobody watches", () => {
    const [kernel, pipe] = [new Kernel(), new SelfPipe()];
    const before = kernel.credit;
    pipe.sendAtOnce(kernel);
    expect([before - kernel.credit, pipe.readable.open]).toEqual([2, true]);
    pipe.drainAtOnce(kernel);
    expect([before - kernel.credit, pipe.readable.open]).toEqual([4, false]);
  });

  test("belongs to a loop, and whoever waits for that waits for the thread that runs it", () => {
    const pipe = new SelfPipe();
    expect(pipe.loop.holder()).toBe(null);
    const thread = new Kernel().spawn((function* () {})(), "runner");
    pipe.loop.runner = thread;
    expect(pipe.loop.holder()).toBe(thread);
  });
});
