/** wait(FIRST_COMPLETED) for two jobs that end at about the same time: one of them is done, or both are. */
import { concurrent, print, time, type Blocking } from "interloop";

const { FIRST_COMPLETED, ThreadPoolExecutor, wait } = concurrent.futures;

function* work(label: string): Blocking<string> {
  yield* time.sleep(0.02);
  return label;
}

export default function* program(): Blocking<void> {
  yield* new ThreadPoolExecutor(2).with(function* (executor) {
    const futures = [yield* executor.submit(work, "a"), yield* executor.submit(work, "b")];
    const { done, not_done } = yield* wait(futures, { return_when: FIRST_COMPLETED });
    const labels = [];
    for (const future of done) labels.push(yield* future.result());
    yield* print(labels.sort(), not_done.size);
  });
}
