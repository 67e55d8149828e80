/** Names and contexts of a task group's tasks, and what a custom task factory is told. */
import { asyncio, builtins, contextvars, print, type Blocking, type Coroutine } from "interloop";

const VARIABLE = new contextvars.ContextVar("VARIABLE", { default: "default" });

function* tell(label: string): Coroutine<void> {
  yield* print(label, asyncio.current_task()?.get_name(), VARIABLE.get());
  VARIABLE.set(label);
}

function* main(): Coroutine<void> {
  const context = contextvars.copy_context();
  context.run(() => void VARIABLE.set("given"));
  VARIABLE.set("parent's");
  yield* new asyncio.TaskGroup().with(function* (group): Coroutine<void> {
    group.create_task(tell("plain"));
    group.create_task(tell("named"), { name: "name" });
    group.create_task(tell("in a context"), { context });
    group.create_task(tell("both"), { name: 7, context: new contextvars.Context() });
    group.create_task(tell("neither"), { name: null, context: null });
  });
  yield* print(context.get(VARIABLE), VARIABLE.get());
  const loop = asyncio.get_running_loop();

  const told: string[][] = [];
  const factory: asyncio.TaskFactory = (loop, coroutine, options) => {
    told.push(builtins.sorted(Object.keys(options)));
    return new asyncio.Task(coroutine, { loop, ...options });
  };
  loop.set_task_factory(factory);
  yield* new asyncio.TaskGroup().with(function* (group) {
    group.create_task(tell("plain"));
    group.create_task(tell("named"), { name: "name" });
    group.create_task(tell("in a context"), { context });
    for (const options of told) yield* print("factory", options);
  });
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
