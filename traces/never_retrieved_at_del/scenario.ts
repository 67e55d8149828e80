/** What nobody looked at is told as soon as nothing refers to it: at del, or when a task ends that nobody kept. */
import { asyncio, builtins, del, gc, print, repr, type Blocking, type Coroutine } from "interloop";

const { KeyError, ValueError } = builtins;

function* handler(loop: asyncio.AbstractEventLoop, context: asyncio.ExceptionContext): Blocking<void> {
  const keys = Object.keys(context).sort();
  yield* print("handler:", context.message, repr(context.exception ?? null), keys, loop.is_running());
}

function* fails(delay: number): Coroutine<void> {
  yield* asyncio.sleep(delay);
  throw new ValueError(delay);
}

function* waits(future: asyncio.Future): Coroutine<void> {
  yield* future;
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler(handler);
  const failed = loop.create_future();
  failed.set_exception(new KeyError("future"));
  yield* print("before del");
  yield* del(failed);
  yield* print("after del");
  yield* del(asyncio.create_task(fails(0.01)));
  const kept = asyncio.create_task(fails(0.02));
  loop.call_later(0.01, print, "call_later");
  yield* asyncio.sleep(0.03);
  yield* print("before del");
  yield* del(kept);
  yield* print("after del");
  const looked_at = asyncio.create_task(fails(0));
  yield* asyncio.wait([looked_at]);
  yield* print(repr(looked_at.exception()));
  yield* del(looked_at);
  const future = loop.create_future();
  const task = asyncio.create_task(waits(future));
  yield* asyncio.sleep(0);
  yield* del(future);
  yield* del(task);
  yield* print("before gc");
  yield* gc.collect();
  yield* print("after gc");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
