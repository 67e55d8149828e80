/** An eager task's first step stops its thread: other threads run meanwhile, in the middle of create_task. */
import { asyncio, print, threading, time, type Blocking, type Coroutine } from "interloop";

function* other(lock: threading.Lock): Blocking<void> {
  yield* lock.with(function* () {
    yield* print("other thread has the lock");
  });
  yield* print("other thread ends");
}

function* first_step(lock: threading.Lock): Coroutine<void> {
  yield* print("begin");
  yield* lock.with(function* () {
    yield* print("task has the lock");
  });
  yield* time.sleep(0.1);
  yield* asyncio.sleep(0);
  yield* print("end");
}

function* main(): Coroutine<void> {
  asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory);
  const lock = new threading.Lock();
  yield* lock.acquire();
  const thread = new threading.Thread({ target: other, args: [lock] });
  yield* thread.start();
  asyncio.get_running_loop().call_soon(print, "callback");
  yield* lock.release();
  const task = asyncio.create_task(first_step(lock));
  yield* print("made");
  yield* task;
  yield* thread.join();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
