/** Callbacks run in the order in which they were scheduled; those scheduled meanwhile wait for the next batch. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* chain(loop: asyncio.AbstractEventLoop, name: string, depth: number): Blocking<void> {
  yield* print(name, depth);
  if (depth > 0) loop.call_soon(chain, loop, name, depth - 1);
}

function* step(name: string): Coroutine<void> {
  for (let number = 0; number < 3; number++) {
    yield* print(name, "step", number);
    yield* asyncio.sleep(0);
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.call_soon(chain, loop, "a", 2);
  const first = asyncio.create_task(step("first"));
  loop.call_soon(chain, loop, "b", 1);
  const second = asyncio.create_task(step("second"));
  loop.call_soon(chain, loop, "cancelled", 1).cancel();
  yield* first;
  yield* print("first awaited");
  yield* second;
  yield* print("second awaited");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
