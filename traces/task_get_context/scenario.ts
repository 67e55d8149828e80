/** Task.get_context gives the context that a task runs in. */
import { asyncio, contextvars, print, type Blocking, type Coroutine } from "interloop";

const variable = new contextvars.ContextVar("variable", { default: "nothing" });

function own_context(): contextvars.Context {
  return (asyncio.current_task() as asyncio.Task).get_context();
}

function* child(value: string): Coroutine<contextvars.Context> {
  const context = own_context();
  yield* print("in it:", context.get(variable), context === own_context());
  variable.set(value);
  yield* print("set:", context.get(variable), variable.get());
  yield* asyncio.sleep(0);
  yield* print("later:", context.get(variable), variable.get());
  return context;
}

function bind(context: contextvars.Context, value: string): void {
  context.run(() => {
    variable.set(value);
  });
}

function* main(): Coroutine<void> {
  variable.set("main");
  let task = asyncio.create_task(child("child"));
  const before = task.get_context();
  yield* print("before:", before.get(variable), before === task.get_context());
  const context = yield* task;
  yield* print("after:", context === before, task.get_context() === before, before.get(variable), variable.get());

  // One that was given.
  const given = contextvars.copy_context();
  bind(given, "given");
  task = asyncio.create_task(child("changed"), { context: given });
  yield* print(task.get_context() === given);
  yield* task;
  yield* print(given.get(variable), variable.get());

  // What is bound in it from outside is seen inside.
  task = asyncio.create_task(child("outside"));
  bind(task.get_context(), "bound before");
  yield* asyncio.sleep(0);
  bind(task.get_context(), "bound between");
  yield* task;
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
