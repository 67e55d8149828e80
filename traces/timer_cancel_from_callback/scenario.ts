/** A callback cancels another one of the same batch, a timer that has fallen due, and itself. */
import { asyncio, print, time, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const order: string[] = [];
  const append = (text: string): number => order.push(text);
  const handles: asyncio.Handle[] = [];

  function cancels(): void {
    order.push("cancels");
    for (const handle of handles) handle.cancel();
  }

  loop.call_soon(cancels);
  handles.push(loop.call_soon(append, "same batch, never run"));
  const first = loop.call_later(0.01, () => {
    order.push("first timer");
    second.cancel();
  });
  const second = loop.call_later(0.015, append, "second timer, never run");
  yield* time.sleep(0.03);
  yield* asyncio.sleep(0.02);
  yield* print(order, first.cancelled(), second.cancelled());
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
