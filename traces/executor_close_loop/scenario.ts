/** A loop is closed while its executor's threads are at work: close waits for nobody, and the result is dropped (up to 3.9 it fails). */
import { asyncio, builtins, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* work(label: string): Blocking<string> {
  yield* time.sleep(0.02);
  yield* print("worked", label);
  return label;
}

function* fail(): Blocking<void> {
  yield* time.sleep(0.03);
  throw new builtins.ValueError("failed");
}

function* main(cancelled: boolean): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const future = yield* loop.run_in_executor(null, work, cancelled ? "cancelled" : "kept");
  yield* loop.run_in_executor(null, fail);
  yield* asyncio.sleep(0.01);
  if (cancelled) future.cancel();
}

function* run(cancelled: boolean): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* loop.run_until_complete(main(cancelled));
  yield* loop.close();
  yield* print("closed", threading.active_count());
  yield* time.sleep(0.05);
  yield* print(threading.active_count(), "thread");
}

export default function* program(): Blocking<void> {
  yield* run(false);
  yield* run(true);
}
