/** A future's callbacks: scheduled, never called at once, in the order of registration; and removed. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function report(name: string): (future: asyncio.Future<number>) => Blocking<void> {
  return (future) => print(name, future.result());
}

function removed(_future: asyncio.Future<number>): Blocking<void> {
  return print("never printed");
}

function* waits(name: string, future: asyncio.Future<number>): Coroutine<void> {
  yield* print(name, yield* future);
}

function* main(): Coroutine<void> {
  const future = asyncio.get_running_loop().create_future<number>();
  future.add_done_callback(report("first"));
  const task = asyncio.create_task(waits("task", future));
  yield* asyncio.sleep(0);
  future.add_done_callback(report("second"));
  future.add_done_callback(removed);
  future.add_done_callback(removed);
  yield* print("removed:", future.remove_done_callback(removed), future.remove_done_callback(removed));
  future.set_result(42);
  yield* print("set");
  yield* asyncio.sleep(0);
  yield* print("one iteration later");
  future.add_done_callback(report("late"));
  yield* print("added late");
  yield* task;
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
