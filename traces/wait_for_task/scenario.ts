/** Which task runs a coroutine that is given to wait_for, and what it sees of the caller's context. */
import { asyncio, builtins, contextvars, except, print, type Blocking, type Coroutine } from "interloop";

const variable = new contextvars.ContextVar<string>("variable");

function* child(): Coroutine<asyncio.Task | null> {
  const task = asyncio.current_task();
  yield* print("in", task?.get_name(), "sees", variable.get());
  variable.set("set by the child");
  yield* asyncio.sleep(0);
  return task;
}

function* expire(timeout: number | null): Coroutine<void> {
  variable.set("set by the caller");
  try {
    const task = yield* asyncio.wait_for(child(), timeout);
    yield* print(timeout, task === asyncio.current_task(), variable.get());
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* print(timeout, "not begun", variable.get());
  }
}

function* main(): Coroutine<void> {
  yield* print(asyncio.current_task()?.get_name());
  yield* expire(10);
  yield* expire(null);
  yield* expire(0);
  yield* print(asyncio.all_tasks().size, asyncio.create_task(asyncio.sleep(0)).get_name());
  // The call alone does nothing.
  const waiting = asyncio.wait_for(child(), 10);
  yield* print(asyncio.iscoroutine(waiting));
  yield* asyncio.sleep(0);
  yield* waiting;
  // A coroutine cannot be awaited again.
  const coroutine = child();
  yield* asyncio.wait_for(coroutine, 10);
  try {
    yield* asyncio.wait_for(coroutine, 10);
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
