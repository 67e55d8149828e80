import { asyncio, builtins, except, print, simulate, time, types, type Blocking, type Coroutine } from "interloop";
import { expect, test } from "vitest";

const { CoroutineType } = types;

test("what blocks on the way from one yield to the next is handed down to the thread", () => {
  function* worker(): Coroutine<string> {
    try {
      yield* time.sleep(1);
      yield* asyncio.sleep(0);
    } finally {
      yield* print("leaves");
      yield* time.sleep(2);
    }
    return "never";
  }
  function* program(): Blocking<void> {
    const coroutine = worker();
    yield* print(yield* CoroutineType.send(coroutine, null), time.monotonic());
    yield* CoroutineType.close(coroutine);
    yield* CoroutineType.close(coroutine);
    yield* print(time.monotonic());
  }
  for (const options of [{}, { seed: 1 }]) {
    expect(simulate(program, { clock: "frozen", ...options }).output).toBe("None 1\nleaves\n3\n");
  }
});

test("a coroutine that catches its GeneratorExit and returns is closed; what else it raises comes out of close", () => {
  function* catches(): Coroutine<void> {
    try {
      yield* asyncio.sleep(0);
    } catch (thrown) {
      except(thrown, builtins.GeneratorExit);
    }
  }
  function* replaces(): Coroutine<void> {
    try {
      yield* asyncio.sleep(0);
    } catch (thrown) {
      except(thrown, builtins.GeneratorExit);
      throw new builtins.ValueError("instead");
    }
  }
  function* program(): Blocking<void> {
    for (const coroutine of [catches(), replaces()]) {
      yield* CoroutineType.send(coroutine, null);
      try {
        yield* CoroutineType.close(coroutine);
        yield* print("closed");
      } catch (thrown) {
        yield* print("ValueError:", except(thrown, builtins.ValueError));
      }
    }
  }
  expect(simulate(program).output).toBe("closed\nValueError: instead\n");
});
