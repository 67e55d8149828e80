/** A loop is closed while a task waits for a future that nobody else knows: the task is destroyed pending. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* waits(): Coroutine<void> {
  yield* asyncio.get_running_loop().create_future();
}

function* main(): Coroutine<void> {
  asyncio.get_running_loop().create_task(waits());
  yield* asyncio.sleep(0);
  yield* print("collecting");
  // Here the Python program collects garbage.
  yield* print("collected");
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* loop.run_until_complete(main());
  yield* loop.close();
}
