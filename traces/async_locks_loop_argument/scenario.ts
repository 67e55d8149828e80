/** loop= of locks and queues: deprecated in 3.8 and 3.9, an error of its own in 3.10, an unknown keyword later. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

type Loop = asyncio.AbstractEventLoop;
type Make = (loop: Loop | null) => object;

class MyEvent extends asyncio.Event {}

const kinds: Readonly<Record<string, Make>> = {
  Lock: (loop) => new asyncio.Lock({ loop }),
  Event: (loop) => new asyncio.Event({ loop }),
  Condition: (loop) => new asyncio.Condition(null, { loop }),
  Semaphore: (loop) => new asyncio.Semaphore(1, { loop }),
  BoundedSemaphore: (loop) => new asyncio.BoundedSemaphore(1, { loop }),
  Queue: (loop) => new asyncio.Queue(0, { loop }),
  PriorityQueue: (loop) => new asyncio.PriorityQueue(0, { loop }),
  LifoQueue: (loop) => new asyncio.LifoQueue(0, { loop }),
  MyEvent: (loop) => new MyEvent({ loop }),
};

function* attempt(name: string, make: Make, loop: Loop | null): Coroutine<void> {
  try {
    yield* print(name, repr(make(loop)).split("[")[0]);
  } catch (thrown) {
    yield* print(name, repr(except(thrown, builtins.Exception)));
  }
}

function* mixed(own: Loop, other: Loop): Coroutine<void> {
  try {
    yield* print(repr(new asyncio.Condition(new asyncio.Lock({ loop: own }), { loop: other })).split("[")[0]);
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.Exception)));
  }
}

function* main(other: Loop): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  for (const given of [loop, null, other]) {
    for (const [name, make] of Object.entries(kinds)) yield* attempt(name, make, given);
  }
  yield* mixed(loop, loop);
  yield* mixed(loop, other);
  const lock = new asyncio.Lock();
  yield* print(repr(new asyncio.Condition(lock)).split("[")[1]);
}

export default function* program(): Blocking<void> {
  const other = asyncio.new_event_loop();
  yield* asyncio.run(main(other));
  yield* other.close();
}
