/** Tasks that main makes just before it returns: they get their first step, and what they make in it does not. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* second(): Coroutine<void> {
  yield* print("never printed");
}

function* first(): Coroutine<void> {
  yield* print("first: one step");
  const task = asyncio.create_task(second());
  task.add_done_callback((task) => print("second cancelled:", task.cancelled()));
  yield* asyncio.sleep(0);
  yield* print("never printed either");
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(first());
  task.add_done_callback((task) => print("first cancelled:", task.cancelled()));
  yield* print("main returns");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
