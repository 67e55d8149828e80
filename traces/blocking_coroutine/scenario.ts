/** A coroutine that calls time.sleep stops every other task of its loop, but not the other loop. */
import { asyncio, print, repr, threading, time, type Blocking, type Coroutine } from "interloop";

function* blocks(order: string[]): Coroutine<void> {
  yield* asyncio.sleep(0);
  yield* time.sleep(0.1);
  order.push("blocked until 0.1");
}

function* ticks(name: string, delay: number, order: string[]): Coroutine<void> {
  yield* asyncio.sleep(delay);
  order.push(`${name} asked for ${repr(delay)}`);
}

function* main(new_loop: asyncio.AbstractEventLoop, order: string[]): Coroutine<void> {
  const other = yield* asyncio.run_coroutine_threadsafe(ticks("other loop", 0.05, order), new_loop);
  const tasks = [asyncio.create_task(blocks(order)), asyncio.create_task(ticks("same loop", 0.02, order))];
  for (const task of tasks) yield* task;
  yield* asyncio.wrap_future(other);
  yield* print(order);
}

export default function* program(): Blocking<void> {
  const new_loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: new_loop.run_forever });
  yield* thread.start();
  yield* asyncio.run(main(new_loop, []));
  yield* new_loop.call_soon_threadsafe(new_loop.stop);
  yield* thread.join();
  yield* new_loop.close();
}
