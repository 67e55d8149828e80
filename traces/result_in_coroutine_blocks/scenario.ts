/** future.result() inside a coroutine blocks its whole loop until the other thread has answered. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<string> {
  yield* asyncio.sleep(0.1);
  return "answer";
}

function* ticker(order: string[]): Coroutine<void> {
  for (const number of [0, 1, 2]) {
    order.push(`tick ${number}`);
    yield* asyncio.sleep(0.02);
  }
}

function* main(new_loop: asyncio.AbstractEventLoop, order: string[]): Coroutine<void> {
  const task = asyncio.create_task(ticker(order));
  yield* asyncio.sleep(0);
  order.push("blocking");
  order.push(yield* (yield* asyncio.run_coroutine_threadsafe(worker(), new_loop)).result());
  yield* task;
}

export default function* program(): Blocking<void> {
  const new_loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: new_loop.run_forever });
  yield* thread.start();
  const order: string[] = [];
  yield* asyncio.run(main(new_loop, order));
  yield* print(order);
  yield* new_loop.call_soon_threadsafe(new_loop.stop);
  yield* thread.join();
  yield* new_loop.close();
}
