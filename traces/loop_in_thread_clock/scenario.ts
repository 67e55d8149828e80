/** The same delays in two loops and in a plain thread: they end in the order of their deadlines. */
import { asyncio, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* sleeps(delay: number, order: number[]): Coroutine<void> {
  yield* asyncio.sleep(delay);
  order.push(delay);
}

function* plain(delay: number, order: number[]): Blocking<void> {
  yield* time.sleep(delay);
  order.push(delay);
}

export default function* program(): Blocking<void> {
  const order: number[] = [];
  const threads = [
    new threading.Thread({ target: () => asyncio.run(sleeps(0.25, order)) }),
    new threading.Thread({ target: () => plain(0.15, order) }),
    new threading.Thread({ target: () => asyncio.run(sleeps(0.05, order)) }),
  ];
  for (const thread of threads) yield* thread.start();
  for (const thread of threads) yield* thread.join();
  yield* print(order);
}
