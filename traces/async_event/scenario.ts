/** An event wakes all who wait, in order; set and clear in one step free them all the same, and a cancelled one leaves the queue. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

const state = (event: asyncio.Event) => repr(event).split("[")[1];

function* waiter(event: asyncio.Event, name: string): Coroutine<void> {
  try {
    yield* print(name, yield* event.wait(), event.is_set());
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, "cancelled", state(event));
    throw error;
  }
}

function* main(): Coroutine<void> {
  const event = new asyncio.Event();
  let tasks = ["a", "b", "c", "d"].map((name) => asyncio.create_task(waiter(event, name)));
  yield* asyncio.sleep(0);
  yield* print(event.is_set(), state(event));
  event.set();
  event.clear();
  tasks[1]?.cancel();
  yield* print(event.is_set(), state(event));
  tasks.push(asyncio.create_task(waiter(event, "late")));
  yield* asyncio.sleep(0);
  yield* print(state(event));
  event.set();
  event.set();
  yield* print(yield* event.wait());
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks));
  yield* print(state(event));

  event.clear();
  tasks = ["e", "f"].map((name) => asyncio.create_task(waiter(event, name)));
  yield* asyncio.sleep(0);
  tasks[0]?.cancel();
  event.set();
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks));

  event.clear();
  const callbacks = {
    set: (): void => {
      event.set();
    },
  };
  asyncio.get_running_loop().call_later(0.01, callbacks.set);
  try {
    yield* print(yield* asyncio.wait_for(event.wait(), 0.01));
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* print("timeout", event.is_set());
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
