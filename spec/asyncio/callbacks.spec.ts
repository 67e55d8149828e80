/** What a loop does with what a callback returns or throws, as far as no judge case can show it. */
import { asyncio, InterloopError, print, simulate, type Blocking, type Coroutine } from "interloop";
import { describe, expect, test } from "vitest";

function* inLoop(main: Coroutine<void>): Blocking<void> {
  yield* asyncio.run(main);
}

describe("what a callback returns", () => {
  test("is dropped when it is a future or a task, which have the methods of a generator", () => {
    function* worker(): Coroutine<void> {
      yield* asyncio.sleep(1);
      yield* print("worker");
    }
    function* main(): Coroutine<void> {
      const loop = asyncio.get_running_loop();
      loop.call_soon(() => asyncio.create_task(worker()));
      loop.call_soon(() => loop.create_future());
      yield* asyncio.sleep(2);
    }
    const run = simulate(() => inLoop(main()));
    expect([run.ending.kind, run.output, run.stderr]).toEqual(["returned", "worker\n", ""]);
  });

  test("is driven when it is a blocking call", () => {
    function* main(): Coroutine<void> {
      asyncio.get_running_loop().call_soon(() => print("driven"));
      yield* asyncio.sleep(0);
    }
    expect(simulate(() => inLoop(main())).output).toBe("driven\n");
  });
});

describe("a callback that is no function", () => {
  test("is reported with Python's error when its turn comes", () => {
    function* main(): Coroutine<void> {
      // @ts-expect-error -- the compiler refuses it
      asyncio.get_running_loop().call_soon(42);
      yield* asyncio.sleep(0);
      yield* print("main goes on");
    }
    const run = simulate(() => inLoop(main()));
    expect(run.output).toBe("main goes on\n");
    expect(run.stderr).toBe(
      "Exception in callback 42()\nhandle: <Handle 42()>\n" +
        "Traceback (most recent call last):\nTypeError: 'int' object is not callable\n",
    );
  });
});

describe("what is no exception of Python", () => {
  /** Waits for ever unless it is cancelled, and resists that: `asyncio.run` cannot shut its loop down. */
  function* resists(): Coroutine<void> {
    for (;;) {
      try {
        yield* asyncio.get_running_loop().create_future();
      } catch {
        yield* print("resists");
      }
    }
  }

  function* withResistance(main: () => void): Coroutine<void> {
    asyncio.create_task(resists());
    yield* asyncio.sleep(1);
    main();
    yield* asyncio.sleep(1);
  }

  test("ends the run with itself when it leaves a task, whatever the loop's shutdown does", () => {
    const failure = new Error("assertion failed");
    const { ending } = simulate(() =>
      inLoop(
        withResistance(() => {
          throw failure;
        }),
      ),
    );
    expect(ending).toEqual({ kind: "raised", exception: failure });
  });

  test("ends the run with itself when it leaves a callback", () => {
    const failure = new Error("assertion failed");
    const fails = (): void => {
      throw failure;
    };
    const { ending } = simulate(() => inLoop(withResistance(() => asyncio.get_running_loop().call_soon(fails))));
    expect(ending).toEqual({ kind: "raised", exception: failure });
  });

  test("is thrown to the caller when it is a mistake in the use of the library", () => {
    const forgets = (): void => {
      void print("never driven");
      void print("found here");
    };
    const run = (): unknown => simulate(() => inLoop(withResistance(forgets)));
    expect(run).toThrow(InterloopError);
    expect(run).toThrow("print(…) was called but never driven, so nothing happened: write `yield* print(…)`");
  });
});
