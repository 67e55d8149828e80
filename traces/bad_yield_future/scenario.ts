/** A task whose coroutine yields a future bare, yields itself, or yields a future of another loop. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

class Yields implements asyncio.Awaitable<unknown> {
  readonly thing: unknown;

  constructor(thing: unknown) {
    this.thing = thing;
  }

  *[Symbol.iterator](): Coroutine<unknown> {
    return yield this.thing as asyncio.Await;
  }
}

function* yields_bare(future: asyncio.Future): Coroutine<void> {
  yield* new Yields(future);
}

function* awaits_itself(): Coroutine<void> {
  yield* asyncio.current_task() as asyncio.Task;
}

function* awaits_foreign(future: asyncio.Future): Coroutine<void> {
  yield* future;
}

function* attempt(label: string, coroutine: Coroutine<void>): Coroutine<void> {
  const task = asyncio.create_task(coroutine, { name: label });
  try {
    yield* task;
  } catch (thrown) {
    const error = except(thrown, builtins.RuntimeError);
    yield* print(label, "RuntimeError:", error);
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const other = asyncio.new_event_loop();
  yield* attempt("bare", yields_bare(loop.create_future()));
  yield* attempt("itself", awaits_itself());
  yield* attempt("foreign", awaits_foreign(other.create_future()));
  yield* other.close();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
