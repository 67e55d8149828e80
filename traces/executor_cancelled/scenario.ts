/** Cancelling what run_in_executor gave: a job in the queue is never done, one that runs goes on and its result is dropped. */
import { asyncio, concurrent, except, print, time, type Blocking, type Coroutine } from "interloop";

function* work(label: string): Blocking<string> {
  yield* print("begin", label);
  yield* time.sleep(0.02);
  yield* print("end", label);
  return label;
}

function* wait_for_it(future: asyncio.Future<string>, label: string): Coroutine<void> {
  try {
    yield* print(label, yield* future);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print(label, "cancelled, future:", future.cancelled());
    throw thrown;
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  yield* new concurrent.futures.ThreadPoolExecutor(1).with(function* (executor): Coroutine<void> {
    const futures: asyncio.Future<string>[] = [];
    for (const label of "abc") futures.push(yield* loop.run_in_executor(executor, work, label));
    const tasks = futures.map((future, at) => asyncio.create_task(wait_for_it(future, "abc"[at] as string)));
    yield* asyncio.sleep(0.01);
    yield* print(
      futures.slice(0, 2).map((future) => future.cancel()),
      futures[0]?.done(),
    );
    yield* asyncio.sleep(0);
    yield* print(tasks.map((task) => task.done()));
    yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks));
    try {
      yield* asyncio.wait_for(yield* loop.run_in_executor(executor, work, "d"), 0.01);
    } catch (thrown) {
      except(thrown, asyncio.TimeoutError);
      yield* print("timed out");
    }
  });
  yield* print("pool is shut down");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
