/** The default executor: the names of its threads, how it begins, and another one in its place; its threads end with the loop. */
import { asyncio, builtins, concurrent, except, print, threading, type Blocking, type Coroutine } from "interloop";

const { ThreadPoolExecutor } = concurrent.futures;

function name(): string {
  return threading.current_thread().name;
}

function* main(): Coroutine<concurrent.futures.ThreadPoolExecutor> {
  const loop = asyncio.get_running_loop();
  yield* print(yield* yield* loop.run_in_executor(null, name));
  yield* new ThreadPoolExecutor().with(function* (executor): Coroutine<void> {
    yield* print(yield* yield* loop.run_in_executor(executor, name));
  });
  const mine = new ThreadPoolExecutor(1, { thread_name_prefix: "mine" });
  loop.set_default_executor(mine);
  yield* print(yield* yield* loop.run_in_executor(null, name));
  yield* asyncio.sleep(0.02);
  const names = threading.enumerate().map((thread) => thread.name);
  yield* print(names.sort());
  return mine;
}

export default function* program(): Blocking<void> {
  const mine = yield* asyncio.run(main());
  try {
    yield* mine.submit(name);
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
}
