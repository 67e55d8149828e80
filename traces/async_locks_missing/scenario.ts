/** What came later: Barrier with 3.11, the shutdown of queues with 3.13; and nothing of them needs a running loop from 3.10 on. */
import { asyncio, builtins, except, print, repr, threading, type Blocking, type Coroutine } from "interloop";

function* attempt(label: string, call: () => unknown): Blocking<void> {
  try {
    yield* print(label, builtins.type_name(call()));
  } catch (thrown) {
    yield* print(label, repr(except(thrown, builtins.Exception)));
  }
}

function* make(): Blocking<void> {
  const { Lock, Event, Condition, Semaphore, BoundedSemaphore, Queue } = asyncio;
  for (const cls of [Lock, Event, Condition, Semaphore, BoundedSemaphore, Queue]) {
    yield* attempt(cls.name, () => new cls());
  }
}

function* main(): Coroutine<void> {
  yield* attempt("barrier:", () => new asyncio.Barrier(2));
  yield* attempt("shutdown:", () => {
    new asyncio.Queue().shutdown();
  });
  yield* attempt("shutdown:", () => {
    new asyncio.PriorityQueue().shutdown(true);
  });
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  const thread = new threading.Thread({ target: make, name: "worker" });
  yield* thread.start();
  yield* thread.join();
}
