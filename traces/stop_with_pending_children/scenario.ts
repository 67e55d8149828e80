/** A loop stops while run_until_complete and gather wait for their own tasks: freed pending, of those nothing is said. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

const { BaseException, RuntimeError } = builtins;

function* child(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, BaseException);
    yield* print(name, "ends by", error.name);
    throw error;
  }
}

function* main(): Coroutine<void> {
  asyncio.get_running_loop().call_later(0.01, asyncio.get_running_loop().stop);
  yield* asyncio.gather(child("child"));
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  try {
    yield* loop.run_until_complete(main());
  } catch (thrown) {
    const error = except(thrown, RuntimeError);
    yield* print("RuntimeError:", error);
  }
}
