/** Whether a pool starts another thread depends on who counts as idle: up to 3.11 each item counts, from 3.12 on an empty queue. */
import { concurrent, print, threading, time, type Blocking } from "interloop";

type Pool = concurrent.futures.ThreadPoolExecutor;

function* show(executor: Pool, label: string): Blocking<void> {
  yield* time.sleep(0.02);
  const { _value } = executor._idle_semaphore as unknown as { readonly _value: number };
  yield* print(label, "threads:", executor._threads.size, "idle:", _value);
}

export default function* program(): Blocking<void> {
  yield* new concurrent.futures.ThreadPoolExecutor(3).with(function* (executor) {
    const gates = [new threading.Event(), new threading.Event(), new threading.Event()] as const;
    yield* executor.submit(() => gates[0].wait());
    yield* show(executor, "one waits:");
    yield* executor.submit(() => gates[1].wait());
    yield* executor.submit(() => gates[2].wait());
    for (let count = 0; count < 4; count++) yield* executor.submit(threading.get_ident);
    yield* show(executor, "all wait:");
    yield* gates[0].set();
    yield* show(executor, "one goes on:");
    yield* gates[1].set();
    yield* gates[2].set();
    yield* show(executor, "all go on:");
    for (let count = 0; count < 2; count++) {
      yield* (yield* executor.submit(threading.get_ident)).result();
      yield* show(executor, "one more:");
    }
  });
}
