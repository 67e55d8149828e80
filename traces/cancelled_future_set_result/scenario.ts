/** A timer sets the result of a future that was cancelled meanwhile: InvalidStateError in the callback. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();
  const set_result = (result: string): void => future.set_result(result);
  loop.call_later(0.01, set_result, "late");
  future.cancel();
  yield* asyncio.sleep(0.03);
  yield* print("main goes on");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
