/** What asyncio.as_completed refuses: from 3.13 on when it is called, before when it is first asked. */
import { asyncio, builtins, except, print, repr, tuple, type Blocking, type Coroutine } from "interloop";

function* attempt(label: string, fs: unknown): Coroutine<void> {
  let asked = "called";
  try {
    const iterator = asyncio.as_completed(fs as asyncio.Future[]);
    asked = "asked";
    yield* print(label, [...iterator].length);
  } catch (thrown) {
    yield* print(label, asked, except(thrown, builtins.TypeError));
  }
}

function* main(): Coroutine<void> {
  const coroutine = asyncio.sleep(1);
  const task = asyncio.create_task(coroutine);
  yield* attempt("task", task);
  yield* attempt("coroutine", coroutine);
  yield* attempt("future", asyncio.get_running_loop().create_future());
  yield* attempt("number", 42);
  yield* attempt("numbers", [42]);
  yield* attempt("none", null);
  yield* attempt("empty", tuple());
  let iterator: Iterator<unknown> = asyncio.as_completed([task]);
  yield* print(repr(iterator).split(" at ")[0]);

  // After a failure there is nothing more.
  iterator = [].values();
  try {
    iterator = asyncio.as_completed([task, 42 as never]);
    iterator.next();
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
    yield* print(iterator.next().done === true ? "no more" : "more");
  }
  task.cancel();
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
