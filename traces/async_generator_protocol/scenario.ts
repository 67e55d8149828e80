/** What asend, athrow and aclose give, driven by hand in random orders: states, reuse, errors, and what is running. */
import { asyncio, builtins, print, raise, repr, types, type Blocking } from "interloop";

const { async_generator, BaseException, GeneratorExit, KeyError, StopAsyncIteration, ValueError } = builtins;
const { CoroutineType } = types;
type Generator = types.AsyncGeneratorType<number, number>;
type Emit = builtins.Emit<number, number>;
type Made = asyncio.Coroutine<unknown>;

let over = false;

class Draws {
  state = 1;

  below(count: number): number {
    this.state = (this.state * 75 + 74) % 65537;
    return this.state % count;
  }
}

const plain = async_generator(function* plain(emit: Emit, log: unknown[]): builtins.Emitting {
  try {
    log.push(["got", yield* emit(1)]);
    log.push(["got", yield* emit(2)]);
  } catch (error) {
    log.push(error);
    throw error;
  } finally {
    log.push("finally");
  }
});

const resists = async_generator(function* resists(emit: Emit, log: unknown[]): builtins.Emitting {
  while (log.length < 6) {
    try {
      log.push(["got", yield* emit(1)]);
    } catch (error) {
      log.push(error);
      if (over) throw error;
    }
  }
});

const awaits = async_generator(function* awaits(emit: Emit, log: unknown[]): builtins.Emitting {
  try {
    yield* asyncio.sleep(0);
    log.push(["got", yield* emit(1)]);
    yield* asyncio.sleep(0);
    yield* emit(2);
  } catch (error) {
    log.push(error);
    if (!over) {
      yield* asyncio.sleep(0);
      log.push("slept");
    }
    throw error;
  } finally {
    log.push("finally");
  }
});

const makes: Record<string, (generator: Generator) => Made> = {
  anext: (generator) => generator.__anext__(),
  asend: (generator) => generator.asend(null),
  "asend 7": (generator) => generator.asend(7),
  athrow: (generator) => generator.athrow(new ValueError("v")),
  "athrow exit": (generator) => generator.athrow(new GeneratorExit()),
  "athrow stop": (generator) => generator.athrow(new StopAsyncIteration()),
  aclose: (generator) => generator.aclose(),
};
const steps: Record<string, (awaitable: Made) => Blocking<unknown>> = {
  send: (awaitable) => CoroutineType.send(awaitable, null),
  "send 5": (awaitable) => CoroutineType.send(awaitable, 5),
  throw: (awaitable) => CoroutineType.throw(awaitable, new KeyError("k")),
  "throw exit": (awaitable) => CoroutineType.throw(awaitable, new GeneratorExit()),
  close: (awaitable) => CoroutineType.close(awaitable),
};

function* outcome(step: (awaitable: Made) => Blocking<unknown>, awaitable: Made): Blocking<string> {
  try {
    return repr((yield* step(awaitable)) ?? null);
  } catch (error) {
    if (!(error instanceof BaseException)) throw error;
    return repr(error) + (error.__cause__ === null ? "" : ` from ${repr(error.__cause__)}`);
  }
}

function chosen<T>(from: Record<string, T>, index: number): [string, T] {
  return Object.entries(from)[index] ?? raise(new builtins.IndexError());
}

function* one(number: number, draws: Draws): Blocking<void> {
  const log: unknown[] = [];
  const which = [plain, resists, awaits][draws.below(3)] ?? plain;
  const generator = which(log);
  const made: Made[] = [];
  const seen: string[] = [];
  const rounds = 2 + draws.below(7);
  for (let round = 0; round < rounds; round++) {
    if (made.length === 0 || draws.below(5) < 2) {
      const [name, make] = chosen(makes, draws.below(9) % 7);
      made.push(make(generator));
      seen.push(name);
    }
    const index = draws.below(5) < 2 ? draws.below(made.length) : made.length - 1;
    const [name, step] = chosen(steps, Math.max(0, draws.below(8) - 3));
    const result = yield* outcome(step, made[index] as Made);
    seen.push(`${String(index)} ${name}: ${result} ${repr(generator.ag_running)}`);
  }
  yield* print(`${String(number)} ${which.name}: ${seen.join("; ")} ${repr(log)}`);
}

export default function* program(): Blocking<void> {
  over = false;
  const draws = new Draws();
  for (let number = 0; number < 150; number++) yield* one(number, draws);
  over = true;
}
