import {
  async_for,
  async_generator,
  asyncio,
  BREAK,
  builtins,
  contextlib,
  del,
  print,
  simulate,
  types,
} from "interloop";
import type { Blocking, Coroutine } from "interloop";
import { describe, expect, test } from "vitest";

type Emit = builtins.Emit<number>;

const ticker = async_generator(function* ticker(emit: Emit): builtins.Emitting {
  try {
    yield* emit(1);
    yield* emit(2);
  } finally {
    yield* print("closed");
  }
});

function output(main: () => Coroutine<unknown>, python = "3.13"): string {
  return simulate(() => asyncio.run(main()), { python }).output;
}

describe("emit", () => {
  test("that is not driven is complained of", () => {
    const forgets = async_generator(function* forgets(emit: Emit): builtins.Emitting {
      void emit(1);
      yield* emit(2);
    });
    const program = (): Blocking<unknown> => asyncio.run(builtins.anext(forgets()));
    expect(() => simulate(program)).toThrow("emit(…) was called but never driven");
  });

  test("may block on the way", () => {
    const seen = output(function* () {
      const values = yield* builtins.async_list(ticker());
      yield* print(values);
    });
    expect(seen).toBe("closed\n[1, 2]\n");
  });
});

describe("a generator that is left before its end", () => {
  const leaves = (iterable: () => Parameters<typeof async_for<number>>[0]) =>
    function* (): Coroutine<void> {
      yield* async_for(iterable(), () => BREAK);
      yield* asyncio.sleep(0.01);
      yield* print("end");
    };

  test("is closed at once where the loop was the only one to have it", () => {
    expect(output(leaves(() => () => ticker()))).toBe("closed\nend\n");
  });

  test("is closed with the loop where a variable holds it", () => {
    expect(output(leaves(() => ticker()))).toBe("end\nclosed\n");
  });

  test("is left alone by del when it is at its end", () => {
    const seen = output(function* () {
      const generator = ticker();
      yield* builtins.async_list(generator);
      yield* del(generator);
      yield* asyncio.sleep(0.01);
      yield* print(asyncio.all_tasks().size);
    });
    expect(seen).toBe("closed\n1\n");
  });

  test.each([
    ["3.13", "Exception ignored in: <async_generator object emits at 0x..>\n"],
    ["3.14", "Exception ignored while closing generator <async_generator object emits at 0x..>:\n"],
  ])("and does not end without a loop is told in %s", (python, header) => {
    const emits = async_generator(function* emits(emit: Emit): builtins.Emitting {
      try {
        yield* emit(1);
      } finally {
        yield* emit(2);
      }
    });
    function* program(): Blocking<void> {
      const generator = emits();
      try {
        yield* types.CoroutineType.send(generator.__anext__(), null);
      } catch (error) {
        yield* print(error instanceof builtins.StopIteration);
      }
      yield* del(generator);
    }
    const { stderr } = simulate(program, { python });
    const text = stderr.replace(/0x[0-9a-f]+/, "0x..");
    expect(text).toBe(
      `${header}Traceback (most recent call last):\nRuntimeError: async generator ignored GeneratorExit\n`,
    );
  });
});

describe("context managers", () => {
  test("suppress ends a block that awaits", () => {
    const seen = output(function* () {
      yield* new contextlib.suppress(builtins.KeyError).with(function* (): Coroutine<void> {
        yield* asyncio.sleep(0);
        throw new builtins.KeyError("k");
      });
      yield* print("after");
    });
    expect(seen).toBe("after\n");
  });

  test("a plain one of a generator runs its end after the block", () => {
    const opened = contextlib.contextmanager(function* opened(emit: Emit): contextlib.EmittingOnce {
      try {
        yield* emit(1);
      } finally {
        yield* print("exit");
      }
    });
    const { output: seen } = simulate(function* () {
      yield* opened().with(function* (value) {
        yield* print("block", value);
      });
    });
    expect(seen).toBe("block 1\nexit\n");
  });

  test("a lock and a timeout can be entered in a stack", () => {
    const seen = output(function* () {
      const lock = new asyncio.Lock();
      try {
        yield* new contextlib.AsyncExitStack().with(function* (stack): Coroutine<void> {
          yield* stack.enter_async_context(lock);
          yield* stack.enter_async_context(asyncio.timeout(0.01));
          yield* print(lock.locked());
          yield* asyncio.sleep(1);
        });
      } catch (error) {
        yield* print(error instanceof builtins.TimeoutError, lock.locked());
      }
    });
    expect(seen).toBe("True\nTrue False\n");
  });
});
