/** asyncio.run cancels several leftover tasks: they are kept in a set, so their order is not fixed. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* leftover(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* print(name, "leaves");
  }
}

function* main(): Coroutine<void> {
  for (const name of ["first", "second", "third"]) asyncio.create_task(leftover(name));
  yield* asyncio.sleep(0);
  yield* print("main returns");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
