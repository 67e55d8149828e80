/** A timer that sets a timer of zero delay: it runs one iteration later, not in the same one. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function chain(loop: asyncio.AbstractEventLoop, order: unknown[], depth: number): void {
  order.push(depth);
  loop.call_soon(() => order.push(`soon ${depth}`));
  if (depth > 0) loop.call_later(0, chain, loop, order, depth - 1);
}

function* main(): Coroutine<void> {
  const order: unknown[] = [];
  chain(asyncio.get_running_loop(), order, 3);
  yield* asyncio.sleep(0.02);
  yield* print(order);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
