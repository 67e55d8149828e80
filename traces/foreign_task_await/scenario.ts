/** A coroutine awaits a task that it made in another thread's loop: refused, as the task belongs to that loop. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  yield* asyncio.sleep(10);
}

function* main(new_loop: asyncio.AbstractEventLoop): Coroutine<void> {
  const task = new_loop.create_task(worker());
  try {
    yield* task;
  } catch (thrown) {
    yield* print("RuntimeError:", except(thrown, builtins.RuntimeError));
  }
}

export default function* program(): Blocking<void> {
  const new_loop = asyncio.new_event_loop();
  yield* asyncio.run(main(new_loop));
  yield* new_loop.close();
}
