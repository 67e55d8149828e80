/** A task raises KeyboardInterrupt: asyncio.run cancels the rest and raises it. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* interrupts(): Coroutine<never> {
  throw new builtins.KeyboardInterrupt();
}

function* main(): Coroutine<void> {
  try {
    yield* asyncio.create_task(interrupts());
  } finally {
    yield* print("main leaves");
  }
}

export default function* program(): Blocking<void> {
  try {
    yield* asyncio.run(main());
  } catch (thrown) {
    yield* print("asyncio.run:", repr(except(thrown, builtins.KeyboardInterrupt)));
  }
}
