/** Three workers share a semaphore of two: never more than two are inside, in whichever order they come. */
import { print, threading, type Blocking } from "interloop";

function* worker(name: string, semaphore: threading.Semaphore, inside: Set<string>): Blocking<void> {
  yield* semaphore.with(function* () {
    inside.add(name);
    yield* print(name, "enters,", inside.size <= 2 ? "room" : "crowded");
    inside.delete(name);
  });
}

export default function* program(): Blocking<void> {
  const [semaphore, inside] = [new threading.BoundedSemaphore(2), new Set<string>()];
  const threads = ["a", "b", "c"].map(
    (name) => new threading.Thread({ target: worker, args: [name, semaphore, inside] }),
  );
  for (const thread of threads) yield* thread.start();
  for (const thread of threads) yield* thread.join();
}
