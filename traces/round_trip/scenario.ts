/** Two loops in two threads send each other work without blocking: each awaits the other's answer. */
import { asyncio, print, threading, type Blocking, type Coroutine } from "interloop";

function* double(number: number): Coroutine<number> {
  yield* print("double", number, "in", threading.current_thread().name);
  yield* asyncio.sleep(0.01);
  return number * 2;
}

function* double_twice(number: number, other: asyncio.AbstractEventLoop): Coroutine<number> {
  const half_way = yield* asyncio.wrap_future(yield* asyncio.run_coroutine_threadsafe(double(number), other));
  yield* print("half way", half_way, "in", threading.current_thread().name);
  return yield* double(half_way);
}

function* main(new_loop: asyncio.AbstractEventLoop): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const future = yield* asyncio.run_coroutine_threadsafe(double_twice(1, loop), new_loop);
  yield* print("answer", yield* asyncio.wrap_future(future));
}

export default function* program(): Blocking<void> {
  const new_loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: new_loop.run_forever, name: "Other" });
  yield* thread.start();
  yield* asyncio.run(main(new_loop));
  yield* new_loop.call_soon_threadsafe(new_loop.stop);
  yield* thread.join();
  yield* new_loop.close();
}
