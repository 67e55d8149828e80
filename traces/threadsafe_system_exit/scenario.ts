/** A submitted coroutine calls sys.exit: the loop's thread ends silently, and the exception reaches the submitter. */
import { asyncio, print, repr, sys, threading, type Blocking, type Coroutine } from "interloop";

function* worker(): Coroutine<void> {
  sys.exit("worker exits");
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  yield* thread.join();
  const running = loop.is_running();
  yield* print("the loop's thread has ended; running:", running, "future done:", yield* future.done());
  loop.call_soon(loop.stop);
  yield* loop.run_forever();
  yield* print("after one more iteration:", yield* future.done(), repr(yield* future.exception()));
  yield* loop.close();
}
