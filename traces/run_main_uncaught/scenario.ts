/** An exception that leaves asyncio.run uncaught: the traceback, and exit code 1. */
import { asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  yield* print("main runs");
  yield* asyncio.sleep(0);
  throw new builtins.ValueError("main failed");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
