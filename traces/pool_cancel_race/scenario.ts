/** A job is cancelled at about the time at which a worker takes it: it is cancelled and never done, or it is too late. */
import { concurrent, print, threading, time, type Blocking } from "interloop";

function* first(): Blocking<void> {
  yield* time.sleep(0.02);
}

export default function* program(): Blocking<void> {
  const [cancelled, future] = yield* new concurrent.futures.ThreadPoolExecutor(1).with(function* (executor) {
    yield* executor.submit(first);
    const submitted = yield* executor.submit(threading.get_ident);
    yield* time.sleep(0.02);
    return [yield* submitted.cancel(), submitted] as const;
  });
  yield* print(cancelled, yield* future.cancelled());
}
