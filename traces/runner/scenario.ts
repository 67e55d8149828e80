/** asyncio.Runner: several runs on one loop, with one context of its own. */
import { asyncio, contextvars, print, type Blocking, type Coroutine } from "interloop";

const VARIABLE = new contextvars.ContextVar("VARIABLE", { default: "default" });

function* report(label: string): Coroutine<asyncio.AbstractEventLoop> {
  yield* print(label, asyncio.current_task()?.get_name(), VARIABLE.get());
  VARIABLE.set(label);
  return asyncio.get_running_loop();
}

export default function* main(): Blocking<void> {
  const first = yield* new asyncio.Runner().with(function* (runner) {
    const first = yield* runner.run(report("first"));
    const second = yield* runner.run(report("second"));
    yield* print("one loop:", first === second, first === runner.get_loop());
    return first;
  });
  yield* print("outside:", VARIABLE.get(), "closed:", first.is_closed());
}
