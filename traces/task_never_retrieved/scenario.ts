/** A task fails and nobody looks: its exception is reported when the task object goes. */
import { asyncio, builtins, print, repr, type Blocking, type Coroutine } from "interloop";

function* fails(message: string): Coroutine<void> {
  throw new builtins.ValueError(message);
}

function* main(): Coroutine<void> {
  asyncio.create_task(fails("dropped at once"));
  yield* asyncio.sleep(0);
  yield* print("after the first");
  const task = asyncio.create_task(fails("kept in a variable"));
  yield* asyncio.sleep(0);
  yield* print("after the second:", task.done());
  // Here the Python program deletes the variable.
  yield* print("after del");
  const seen = asyncio.create_task(fails("looked at"));
  yield* asyncio.sleep(0);
  yield* print("exception:", repr(seen.exception()));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
