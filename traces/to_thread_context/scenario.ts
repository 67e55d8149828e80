/** to_thread calls a function in a copy of the context; run_in_executor and bare threads pass none on. */
import { asyncio, builtins, contextvars, except, print, threading, type Blocking, type Coroutine } from "interloop";

const variable = new contextvars.ContextVar("variable", { default: "default" });

function look(label: string): Readonly<[string, string, boolean]> {
  const before = variable.get();
  variable.set(`changed by ${label}`);
  return builtins.tuple(before, variable.get(), threading.current_thread() === threading.main_thread());
}

function* main(): Coroutine<void> {
  variable.set("of the task");
  yield* print(yield* asyncio.to_thread(look, "to_thread"), variable.get());
  yield* asyncio.sleep(0.03);
  const loop = asyncio.get_running_loop();
  yield* print(yield* yield* loop.run_in_executor(null, look, "executor"), variable.get());
  yield* asyncio.sleep(0.03);
  yield* print(yield* yield* loop.run_in_executor(null, look, "executor again"), variable.get());
  yield* print(yield* asyncio.to_thread(look, "to_thread again"), variable.get());
  const coroutine = asyncio.to_thread(look, "late");
  variable.set("before the first step");
  yield* print(asyncio.iscoroutine(coroutine), yield* coroutine);
  try {
    yield* asyncio.to_thread(() => {
      throw new builtins.ValueError("invalid literal");
    });
  } catch (thrown) {
    yield* print(builtins.type_name(except(thrown, builtins.ValueError)));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
