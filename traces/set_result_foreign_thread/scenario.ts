/** set_result from a foreign thread does not wake the loop: the waiting task notices at the next timer. */
import { asyncio, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* foreign(future: asyncio.Future<string>, order: string[]): Blocking<void> {
  yield* time.sleep(0.05);
  future.set_result("value");
  order.push("set");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const order: string[] = [];
  const future = loop.create_future<string>();
  loop.call_later(0.2, () => order.push("timer"));
  yield* new threading.Thread({ target: foreign, args: [future, order] }).start();
  order.push(yield* future);
  for (const line of order) yield* print(line);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
