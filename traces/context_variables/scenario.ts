/** Which context callbacks, tasks, done-callbacks and threads see. */
import { asyncio, contextvars, print, threading, type Blocking, type Coroutine } from "interloop";

const VARIABLE = new contextvars.ContextVar("VARIABLE", { default: "default" });

function* report(label: string): Blocking<void> {
  yield* print(label, VARIABLE.get());
}

function* worker(label: string): Coroutine<void> {
  yield* report(`${label} before set:`);
  VARIABLE.set(label);
  yield* asyncio.sleep(0);
  yield* report(`${label} after set:`);
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  VARIABLE.set("main");
  loop.call_soon(report, "call_soon:");
  const task = asyncio.create_task(worker("task"));
  const future = loop.create_future<null>();
  future.add_done_callback(() => report("done-callback:"));
  VARIABLE.set("changed");
  future.set_result(null);
  loop.call_later(0.01, report, "call_later:");
  yield* task;
  yield* report("after the task:");
  yield* worker("awaited directly");
  yield* report("after awaiting directly:");
  const thread = new threading.Thread({ target: report, args: ["thread:"] });
  yield* thread.start();
  yield* thread.join();
  yield* asyncio.sleep(0.03);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  yield* report("after asyncio.run:");
}
