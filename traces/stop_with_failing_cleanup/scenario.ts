/** A task is freed pending at exit, and its coroutine awaits while it is closed: that is printed and ignored. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* awaits(): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* print("awaits: finally");
    yield* asyncio.sleep(0);
    yield* print("never printed");
  }
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  loop.create_task(awaits());
  loop.call_later(0.01, loop.stop);
  yield* loop.run_forever();
  yield* print("end");
}
