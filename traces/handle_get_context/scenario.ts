/** Handle.get_context gives the context that a callback runs in: before, meanwhile and afterwards. */
import { asyncio, contextvars, print, type Blocking, type Coroutine } from "interloop";

const variable = new contextvars.ContextVar("variable", { default: "nothing" });

export default function* program(): Blocking<void> {
  let handle: asyncio.Handle;

  function* callback(value: string): Blocking<void> {
    const context = handle.get_context();
    yield* print("in it:", context.get(variable), context === handle.get_context());
    variable.set(value);
    yield* print("set:", context.get(variable), variable.get());
  }

  function* main(): Coroutine<void> {
    const loop = asyncio.get_running_loop();
    variable.set("main");

    handle = loop.call_soon(callback, "asked meanwhile");
    yield* asyncio.sleep(0);
    const context = handle.get_context();
    yield* print("after:", context.get(variable), context === handle.get_context());

    handle = loop.call_soon((value: string) => void variable.set(value), "asked afterwards");
    yield* asyncio.sleep(0);
    yield* print("only after:", handle.get_context().get(variable));

    handle = loop.call_later(0.01, callback, "asked before");
    const before = handle.get_context();
    yield* print("before:", before.get(variable), before === handle.get_context());
    yield* asyncio.sleep(0.02);
    yield* print("after:", before.get(variable), before === handle.get_context(), variable.get());

    const given = contextvars.copy_context();
    handle = loop.call_soon_kw({ context: given }, callback, "given");
    yield* print(handle.get_context() === given);
    yield* asyncio.sleep(0);
    yield* print(given.get(variable));

    const cancelled = loop.call_soon(callback, "never");
    cancelled.cancel();
    yield* print(cancelled.get_context().get(variable));
  }

  yield* asyncio.run(main());
}
