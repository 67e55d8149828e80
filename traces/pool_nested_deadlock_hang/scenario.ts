/** A job that waits for another job of the same pool, whose only thread it takes up: nobody can go on. */
import { concurrent, print, type Blocking } from "interloop";

function inner(): string {
  return "inner";
}

function* outer(executor: concurrent.futures.Executor): Blocking<string> {
  yield* print("outer begins");
  return yield* (yield* executor.submit(inner)).result();
}

export default function* program(): Blocking<void> {
  const executor = new concurrent.futures.ThreadPoolExecutor(1);
  const future = yield* executor.submit(outer, executor);
  yield* print(yield* concurrent.futures.wait([future]));
}
