/** create_task and call_soon with a context of one's own. */
import { asyncio, contextvars, print, tuple, type Blocking, type Coroutine } from "interloop";

const VARIABLE = new contextvars.ContextVar<string>("VARIABLE", { default: "default" });

function* worker(): Coroutine<readonly [string, string]> {
  const before = VARIABLE.get();
  VARIABLE.set("worker");
  yield* asyncio.sleep(0);
  return tuple(before, VARIABLE.get());
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const context = contextvars.copy_context();
  context.run(() => VARIABLE.set("given"));
  VARIABLE.set("main");
  yield* print(yield* asyncio.create_task(worker(), { context }), context.get(VARIABLE), VARIABLE.get());
  yield* print(yield* loop.create_task(worker(), { context }), context.get(VARIABLE));
  loop.call_soon_kw({ context }, () => print("call_soon:", VARIABLE.get()));
  const future = loop.create_future<null>();
  future.add_done_callback(() => print("done-callback:", VARIABLE.get()), { context });
  future.set_result(null);
  yield* asyncio.sleep(0);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
