/** Up to 3.10 asyncio.wait makes tasks of coroutines, from 3.9 on with a warning; later it refuses them. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* child(): Coroutine<string> {
  yield* print("child in", asyncio.current_task()?.get_name());
  yield* asyncio.sleep(0);
  return "result";
}

function* waits(label: string, ...fs: Coroutine<string>[]): Coroutine<void> {
  try {
    const [done, pending] = yield* asyncio.wait(fs);
    const results = Array.from(done, (one) => one.result());
    yield* print(label, results, pending);
  } catch (thrown) {
    yield* print(label, except(thrown, builtins.TypeError));
  }
}

function* main(): Coroutine<void> {
  yield* waits("coroutine", child());
  yield* waits("two", child(), child());
  // Waited for by a task, and not by a coroutine that the warning could show.
  yield* asyncio.gather(waits("in a task", child()));
  try {
    yield* asyncio.create_task(asyncio.wait(new Set([child()])));
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
