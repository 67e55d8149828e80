/** The keywords that each version's functions take to make a task. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* nothing(): Coroutine<void> {
  return;
}

type Make = (coroutine: Coroutine<void>, options: object) => asyncio.Task<void>;

function* attempt(label: string, make: Make, options: object): Blocking<void> {
  const given = builtins.sorted(Object.keys(options));
  try {
    const task = make(nothing(), options);
    yield* print(label, given, task.done());
  } catch (thrown) {
    yield* print(label, given, except(thrown, builtins.TypeError));
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const makers: Record<string, Make> = {
    "asyncio.create_task": (coroutine, options) => asyncio.create_task(coroutine, options),
    "loop.create_task": (coroutine, options) => loop.create_task(coroutine, options),
  };
  for (const [label, make] of Object.entries(makers)) {
    for (const options of [
      { name: "n" },
      { context: null },
      { eager_start: true },
      { eager_start: false },
      { wrong: 1 },
    ]) {
      yield* attempt(label, make, options);
    }
    yield* attempt(label, make, { loop });
  }
  for (const options of [{ name: "n" }, { context: null }, { eager_start: true }, { wrong: 1 }]) {
    const make: Make = (coroutine, given) => new asyncio.Task(coroutine, { ...given, loop });
    yield* attempt("asyncio.Task", make, options);
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
