/** Two workers and three jobs: in which order the jobs end, and in which as_completed gives them, which is the same. */
import { concurrent, print, time, type Blocking } from "interloop";

function* work(label: string): Blocking<string> {
  yield* time.sleep(0.01);
  return label;
}

export default function* program(): Blocking<void> {
  yield* new concurrent.futures.ThreadPoolExecutor(2).with(function* (executor) {
    const futures = [];
    for (const label of "abc") futures.push(yield* executor.submit(work, label));
    const labels = [];
    for (const next of concurrent.futures.as_completed(futures)) labels.push(yield* (yield* next).result());
    yield* print(labels);
  });
}
