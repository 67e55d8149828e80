/** Queue.shutdown and queue.ShutDown came with 3.13. */
import { builtins, except, print, queue, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  try {
    yield* new queue.Queue().shutdown();
    yield* print("shut down");
  } catch (thrown) {
    yield* print(except(thrown, builtins.AttributeError));
  }
}
