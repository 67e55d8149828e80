/** Cancelling eager tasks: after they have suspended, by themselves in their first step, and by their maker's cancellation. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function me(): asyncio.Task {
  return asyncio.current_task() as asyncio.Task;
}

function* waits(label: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(label, repr(error), me().cancelling());
    throw error;
  }
}

function* cancels_itself(label: string, suspend: boolean): Coroutine<void> {
  me().cancel(label);
  if (suspend) yield* asyncio.sleep(0);
  yield* print(label, "goes on");
}

function* cancels_maker(maker: asyncio.Task): Coroutine<void> {
  yield* print("maker:", maker.cancel("by child"), maker.cancelling());
}

function* raises_cancelled(): Coroutine<void> {
  throw new asyncio.CancelledError("by hand");
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.set_task_factory(asyncio.eager_task_factory);
  let task = asyncio.create_task(waits("first"));
  yield* print(task.cancel("outside"), task.done());
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, task));

  for (const suspend of [false, true]) {
    task = asyncio.create_task(cancels_itself("itself", suspend));
    yield* print(task.done(), task.cancelled(), task.cancelling());
    yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, task), task.cancelled());
  }

  task = asyncio.create_task(raises_cancelled());
  yield* print(task.done(), task.cancelled(), task.cancel());
  try {
    yield* task;
  } catch (thrown) {
    yield* print(repr(except(thrown, asyncio.CancelledError)), me().cancelling());
  }

  asyncio.create_task(cancels_maker(me()));
  yield* print("made");
  try {
    yield* asyncio.sleep(0);
  } catch (thrown) {
    yield* print("main", repr(except(thrown, asyncio.CancelledError)), me().uncancel());
  }

  function* maker(): Coroutine<void> {
    yield* asyncio.create_task(waits("child"));
  }

  task = asyncio.create_task(maker());
  yield* asyncio.sleep(0);
  task.cancel();
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, task));
  asyncio.create_task(waits("leftover"));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
