/** loop.run_in_executor: the default executor's threads, results, failures, an executor of one's own, and when the loop goes on meanwhile. */
import {
  asyncio,
  builtins,
  concurrent,
  except,
  print,
  repr,
  threading,
  time,
  type Blocking,
  type Coroutine,
} from "interloop";

function* work(label: string, delay = 0.06): Blocking<string> {
  yield* time.sleep(delay);
  return `${label} by ${threading.current_thread().name}`;
}

function fail(): void {
  throw new builtins.ValueError("failed in a thread");
}

function cancel(): void {
  throw new concurrent.futures.CancelledError();
}

function* tick(count: number): Coroutine<void> {
  for (let at = 0; at < count; at++) {
    yield* print("tick", at);
    yield* asyncio.sleep(0.04);
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const ticking = asyncio.create_task(tick(3));
  yield* print(yield* yield* loop.run_in_executor(null, work, "one"));
  const futures = [
    yield* loop.run_in_executor(null, work, "two", 0.06),
    yield* loop.run_in_executor(null, work, "three", 0.02),
  ];
  yield* print(builtins.type_name(futures[0]), (yield* asyncio.gather(...futures)).length);
  yield* new concurrent.futures.ThreadPoolExecutor(1, { thread_name_prefix: "mine" }).with(function* (executor) {
    yield* print(yield* yield* loop.run_in_executor(executor, work, "four", 0));
  });
  for (const failing of [fail, cancel]) {
    try {
      yield* yield* loop.run_in_executor(null, failing);
    } catch (thrown) {
      yield* print(repr(except(thrown, [builtins.Exception, asyncio.CancelledError])));
    }
  }
  yield* ticking;
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  yield* time.sleep(0.03);
  yield* print(threading.active_count());
}
