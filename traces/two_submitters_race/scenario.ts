/** Two threads submit to one loop: each keeps its own order, and the two mix in any way. */
import { asyncio, print, threading, type Blocking } from "interloop";

function* submitter(loop: asyncio.AbstractEventLoop, name: string, seen: string[]): Blocking<void> {
  for (const number of [1, 2]) yield* loop.call_soon_threadsafe(() => seen.push(`${name}${number}`));
}

export default function* main(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  const seen: string[] = [];
  const threads = ["a", "b"].map((name) => new threading.Thread({ target: submitter, args: [loop, name, seen] }));
  for (const thread of threads) yield* thread.start();
  for (const thread of threads) yield* thread.join();
  loop.call_soon(loop.stop);
  yield* loop.run_forever();
  yield* loop.close();
  yield* print(seen.join(" "));
}
