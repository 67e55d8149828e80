/** main raises: leftover tasks are cancelled first, then asyncio.run raises the exception. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

const { ValueError } = builtins;

function* leftover(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* print("leftover leaves");
  }
}

function* main(): Coroutine<void> {
  asyncio.create_task(leftover());
  yield* asyncio.sleep(0);
  throw new ValueError("main failed");
}

export default function* program(): Blocking<void> {
  try {
    yield* asyncio.run(main());
  } catch (thrown) {
    const error = except(thrown, ValueError);
    yield* print("caught:", error);
  }
}
