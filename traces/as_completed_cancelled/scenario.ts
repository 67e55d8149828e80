/** Cancelling who awaits the next one of asyncio.as_completed: nothing is lost, another one gets it. */
import { asyncio, except, print, type Blocking, type Coroutine } from "interloop";

function* gets(label: unknown, coroutine: Coroutine<unknown>): Coroutine<void> {
  try {
    yield* print(label, "got", yield* coroutine);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(label, "cancelled");
    throw error;
  }
}

/** Two futures, and two tasks that wait for them. */
function two(): { readonly second: asyncio.Future; readonly tasks: asyncio.Task<void>[] } {
  const loop = asyncio.get_running_loop();
  const [first, second] = [loop.create_future(), loop.create_future()];
  const coroutines = [...asyncio.as_completed([first, second])];
  return { second, tasks: coroutines.map((coroutine, number) => asyncio.create_task(gets(number, coroutine))) };
}

function* main(): Coroutine<void> {
  let { second, tasks } = two();
  yield* asyncio.sleep(0);

  // Before anything is done.
  tasks[0]?.cancel();
  yield* asyncio.sleep(0);
  second.set_result("second");
  yield* asyncio.wait(tasks);

  // One is done, and who was to get it is cancelled: the other one is woken.
  ({ second, tasks } = two());
  yield* asyncio.sleep(0);
  second.set_result("second");
  yield* asyncio.sleep(0);
  yield* print(tasks[0]?.cancel());
  yield* asyncio.wait(tasks);

  // The children are left alone.
  const children = [0.05, 0.25].map((delay) => asyncio.create_task(asyncio.sleep(delay, delay)));
  function* all_of_them(): Coroutine<void> {
    for (const coroutine of asyncio.as_completed(children)) yield* gets("all", coroutine);
  }
  const task = asyncio.create_task(all_of_them());
  yield* asyncio.sleep(0.15);
  task.cancel();
  yield* asyncio.wait([task]);
  yield* print(
    task.cancelled(),
    children.map((child) => child.done()),
  );
  yield* print(yield* children[1] as asyncio.Task<number>);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
