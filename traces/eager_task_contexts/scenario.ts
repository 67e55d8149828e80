/** The contexts of eager tasks: a copy of the maker's, or a given one; the maker's own is as it was when it goes on. */
import { asyncio, contextvars, print, type Blocking, type Coroutine } from "interloop";

const VARIABLE = new contextvars.ContextVar("VARIABLE", { default: "default" });

function* changes(label: string, suspend = false): Coroutine<void> {
  yield* print(label, "sees", VARIABLE.get());
  const token = VARIABLE.set(label);
  if (suspend) {
    yield* asyncio.sleep(0);
    yield* print(label, "still sees", VARIABLE.get());
    VARIABLE.reset(token);
    yield* print(label, "sees again", VARIABLE.get());
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.set_task_factory(asyncio.eager_task_factory);
  const token = VARIABLE.set("main");
  asyncio.create_task(changes("ends"));
  yield* print("main sees", VARIABLE.get());
  let task = asyncio.create_task(changes("suspends", true));
  yield* print("main sees", VARIABLE.get());
  yield* task;

  const given = new contextvars.Context();
  asyncio.create_task(changes("in a context"), { context: given });
  yield* print("main sees", VARIABLE.get(), "the context has", given.get(VARIABLE));
  task = asyncio.create_task(changes("in a context again", true), { context: given });
  yield* print("main sees", VARIABLE.get(), "the context has", given.get(VARIABLE), task.get_context() === given);
  yield* task;
  yield* print("main sees", VARIABLE.get(), "the context has", given.get(VARIABLE));

  function* nested(): Coroutine<void> {
    VARIABLE.set("outer");
    asyncio.create_task(changes("inner"));
    yield* print("outer sees", VARIABLE.get());
  }

  yield* asyncio.create_task(nested());
  VARIABLE.reset(token);
  yield* print("main sees", VARIABLE.get());

  const made: asyncio.Task<void>[] = [];
  loop.call_soon(function* callback(): Blocking<void> {
    VARIABLE.set("callback");
    made.push(asyncio.create_task(changes("from a callback", true)));
    yield* print("callback sees", VARIABLE.get(), asyncio.current_task());
  });
  yield* asyncio.sleep(0);
  for (const one of made) yield* one;
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
