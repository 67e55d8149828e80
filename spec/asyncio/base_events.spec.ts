/** What a loop says to wrong arguments and after it was closed, against the answers of CPython that base_events.py gave. */
import {
  asyncio,
  type Blocking,
  builtins,
  type Coroutine,
  print,
  repr,
  simulate,
  threading,
  UsageError,
} from "interloop";
import { describe, expect, test } from "vitest";
import { interpreter } from "../../src/interpreter/state.js";
import { anonymous, cases, runBoth } from "../judge.js";

type Loop = asyncio.AbstractEventLoop;
type Call = (loop: Loop) => Blocking<unknown>;

const nothing = (): void => undefined;

function* coroutine(): Coroutine<void> {
  // It is never driven.
}

/** A call that does not block, as one that does. */
const plain = (call: (loop: Loop) => unknown): Call =>
  function* (loop) {
    return call(loop);
  };

const inDebugMode = (call: (loop: Loop) => Blocking<unknown>): Call =>
  function* (loop) {
    loop.set_debug(true);
    return yield* call(loop);
  };

/** run_until_complete() of something, which is stopped after two turns. */
const run = (value: unknown): Call =>
  function* (loop) {
    loop.call_soon(() => {
      loop.call_soon(loop.stop);
    });
    return yield* loop.run_until_complete(value as Coroutine<unknown>);
  };

const unit = (call: (loop: Loop) => void): Call =>
  plain((loop) => {
    call(loop);
    return null;
  });

function withCallback(loop: Loop): asyncio.Future {
  const future = loop.create_future();
  future.add_done_callback(nothing);
  return future;
}

const calls: Readonly<Record<string, Call>> = {
  "call_soon None": plain((loop) => loop.call_soon(null as never) && 0),
  "call_soon 42": plain((loop) => loop.call_soon_kw({}, 42 as never, "argument" as never) && 0),
  "call_soon 'text'": plain((loop) => loop.call_soon("text" as never) && 0),
  "call_later None": plain((loop) => loop.call_later(null as never, nothing)),
  "call_later 'text'": plain((loop) => loop.call_later("text" as never, nothing)),
  "call_at None": plain((loop) => loop.call_at(null as never, nothing)),
  "debug call_soon 42": inDebugMode(plain((loop) => loop.call_soon(42 as never))),
  "debug call_soon None": inDebugMode(plain((loop) => loop.call_soon(null as never))),
  "debug call_later 42": inDebugMode(plain((loop) => loop.call_later(1, 42 as never))),
  "debug call_at 'text'": inDebugMode(plain((loop) => loop.call_at(1, "text" as never))),
  "debug call_soon_threadsafe 42": inDebugMode((loop) => loop.call_soon_threadsafe(42 as never)),
  "run_until_complete None": run(null),
  "run_until_complete 42": run(42),
  "run_until_complete list": run([1]),
  "create_task None": plain((loop) => loop.create_task(null as never)),
  "create_task 42": plain((loop) => loop.create_task(42 as never)),
  "create_task list": plain((loop) => loop.create_task([1] as never)),
  "create_task future": plain((loop) => loop.create_task(loop.create_future())),
  "run_until_complete future of another loop": (loop) => run(asyncio.new_event_loop().create_future())(loop),
  "run_until_complete stopped": (loop) => run(loop.create_future())(loop),
  "set_task_factory 42": unit((loop) => loop.set_task_factory(42 as never)),
  "set_task_factory None": unit((loop) => loop.set_task_factory(null)),
  "set_exception_handler 'text'": unit((loop) => loop.set_exception_handler("text" as never)),
  "set_exception_handler None": unit((loop) => loop.set_exception_handler(null)),
  handlers: plain((loop) => [loop.get_exception_handler(), loop.get_task_factory(), loop.get_debug()]),
  *"call_exception_handler empty"(loop) {
    yield* loop.call_exception_handler({});
  },
  *"call_exception_handler keys"(loop) {
    yield* loop.call_exception_handler({ zz: [1], message: "text", aa: null });
  },
  *default_exception_handler(loop) {
    yield* loop.default_exception_handler({ exception: new builtins.ValueError("text") });
  },
  repr: plain((loop) => {
    loop.set_debug(true);
    return [loop, null, loop];
  }),
};

const whenClosed: Readonly<Record<string, Call>> = {
  call_soon: plain((loop) => loop.call_soon(nothing)),
  call_later: plain((loop) => loop.call_later(1, nothing)),
  "call_later None": plain((loop) => loop.call_later(null as never, nothing)),
  call_at: plain((loop) => loop.call_at(1, nothing)),
  "call_at None": plain((loop) => loop.call_at(null as never, nothing)),
  call_soon_threadsafe: (loop) => loop.call_soon_threadsafe(nothing),
  run_forever: (loop) => loop.run_forever(),
  run_until_complete: (loop) => loop.run_until_complete(loop.create_future()),
  "run_until_complete 42": (loop) => loop.run_until_complete(42 as never),
  create_task: plain((loop) => loop.create_task(coroutine())),
  "create_task 42": plain((loop) => loop.create_task(42 as never)),
  ensure_future: plain((loop) => asyncio.ensure_future(coroutine(), { loop })),
  *run_coroutine_threadsafe(loop) {
    return yield* asyncio.run_coroutine_threadsafe(coroutine(), loop);
  },
  *"run_coroutine_threadsafe 42"(loop) {
    return yield* asyncio.run_coroutine_threadsafe(42 as never, loop);
  },
  stop: unit((loop) => loop.stop()),
  close: (loop) => loop.close(),
  create_future: plain((loop) => loop.create_future()),
  states: plain((loop) => [loop.is_running(), loop.is_closed(), loop.get_debug()]),
  set_debug: plain((loop) => {
    loop.set_debug(true);
    return [null, loop.get_debug()];
  }),
  *call_exception_handler(loop) {
    yield* loop.call_exception_handler({});
  },
  set_result: unit((loop) => loop.create_future().set_result(1)),
  "set_result with a callback": unit((loop) => withCallback(loop).set_result(1)),
  "cancel with a callback": plain((loop) => withCallback(loop).cancel()),
  add_done_callback: unit((loop) => {
    const future = loop.create_future();
    future.set_result(1);
    future.add_done_callback(nothing);
  }),
  repr: plain((loop) => loop),
};

/** What a call gives or raises, and what it and two turns of the loop have logged. */
function* attempt(call: Call, closed: boolean): Blocking<unknown> {
  const loop = asyncio.new_event_loop();
  if (closed) yield* loop.close();
  let answer: string;
  try {
    answer = repr((yield* call(loop)) ?? null);
  } catch (error) {
    if (!(error instanceof builtins.Exception)) throw error;
    answer = `${error.constructor.name}: ${builtins.str(error)}`;
  }
  for (let turn = 0; turn < 2 && !closed; turn++) {
    loop.stop();
    yield* loop.run_forever();
  }
  yield* loop.close();
  const lines = interpreter().stderr.output.split("\n").slice(0, -1);
  return [anonymous(answer), lines.filter((line) => line !== "Traceback (most recent call last):")];
}

function* dropped(): Blocking<unknown> {
  const loop = asyncio.new_event_loop();
  const seen: string[] = [];
  const note = (text: string): void => void seen.push(text);
  const [handle, timer] = [loop.call_soon(note, "soon"), loop.call_later(0, note, "later")];
  yield* loop.close();
  handle.cancel();
  timer.cancel();
  return [seen, handle.cancelled(), timer.cancelled(), loop._ready.length, loop._scheduled.length];
}

describe("a loop says what CPython's said", () => {
  const find = (question: string): (() => Blocking<unknown>) | undefined => {
    if (question === "dropped") return dropped;
    const closed = question.startsWith("closed: ");
    const call = closed ? whenClosed[question.slice("closed: ".length)] : calls[question];
    return call && (() => attempt(call, closed));
  };
  const asked = cases("asyncio/base_events.json", find, { mayLog: true });
  test.each(asked)("%s", (_question, ask) => {
    ask();
  });

  test("and was asked everything that stands here", () => {
    expect(asked.length).toBe(Object.keys(calls).length + Object.keys(whenClosed).length + 1);
  });
});

describe("closing a loop", () => {
  test("is refused while it runs, in its own thread and from another", () => {
    const { output } = runBoth(function* (): Blocking<void> {
      const loop = asyncio.new_event_loop();
      const closes = function* (): Blocking<void> {
        try {
          yield* loop.close();
        } catch (error) {
          yield* print(repr(error), loop.is_closed());
        }
      };
      loop.call_soon(closes);
      const thread = new threading.Thread({ target: loop.run_forever });
      yield* thread.start();
      yield* closes();
      yield* loop.call_soon_threadsafe(loop.stop);
      yield* thread.join();
      yield* closes();
    });
    expect(output).toBe("RuntimeError('Cannot close a running event loop') False\n".repeat(2));
  });
});

describe("outside a run", () => {
  test("there is no loop", () => {
    const error = new UsageError(
      "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
    );
    expect(() => asyncio.new_event_loop()).toThrow(error);
    expect(() => asyncio.get_event_loop()).toThrow(error);
    expect(() => asyncio.run(coroutine())).toThrow(error);
    expect(() => asyncio.sleep(1)).toThrow(error);
  });
});

describe("a call that is not driven is told", () => {
  const loop = (): Loop => asyncio.new_event_loop();
  test.each<[string, () => Blocking<unknown>]>([
    ["loop.run_forever()", () => loop().run_forever()],
    ["loop.run_until_complete(…)", () => loop().run_until_complete(coroutine())],
    ["loop.close()", () => loop().close()],
    ["loop.call_soon_threadsafe(…)", () => loop().call_soon_threadsafe(nothing)],
    ["loop.call_soon_threadsafe_kw(…)", () => loop().call_soon_threadsafe_kw({}, nothing)],
    ["loop.call_exception_handler(…)", () => loop().call_exception_handler({})],
    ["loop.default_exception_handler(…)", () => loop().default_exception_handler({})],
    ["asyncio.run(…)", () => asyncio.run(coroutine())],
    ["asyncio.run_coroutine_threadsafe(…)", () => asyncio.run_coroutine_threadsafe(coroutine(), loop())],
    ["runner.run(…)", () => new asyncio.Runner().run(coroutine())],
    ["runner.close()", () => new asyncio.Runner().close()],
  ])("%s", (name, call) => {
    const scenario = function* (): Blocking<void> {
      void call();
    };
    const text = `${name} was called but never driven, so nothing happened: write \`yield* ${name}\``;
    expect(() => simulate(scenario)).toThrow(new UsageError(text));
  });

  test("also inside a coroutine, whatever the loop does next", () => {
    const scenario = function* (): Blocking<void> {
      const main = function* (): Coroutine<void> {
        void print("lost");
        yield* asyncio.sleep(0);
      };
      yield* asyncio.run(main());
    };
    const text = "print(…) was called but never driven, so nothing happened: write `yield* print(…)`";
    expect(() => simulate(scenario)).toThrow(new UsageError(text));
  });
});
