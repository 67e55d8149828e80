/** The loop cannot make a task of the submission: the submitter gets the exception, and the loop reports it too. */
import { asyncio, builtins, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function factory(_loop: asyncio.AbstractEventLoop, coroutine: Coroutine<unknown>): never {
  coroutine.return(null);
  throw new builtins.LookupError("no tasks today");
}

function* worker(): Coroutine<void> {
  yield* print("never printed");
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  loop.set_task_factory(factory);
  const future = yield* asyncio.run_coroutine_threadsafe(worker(), loop);
  loop.call_soon(loop.stop);
  const thread = new threading.Thread({ target: loop.run_forever });
  yield* thread.start();
  yield* thread.join();
  yield* print("exception:", repr(yield* future.exception()));
  yield* loop.close();
}
