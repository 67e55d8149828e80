/** What asyncio.wait refuses. It is a coroutine, so it refuses when it is awaited. */
import { asyncio, builtins, except, print, repr, tuple, type Blocking, type Coroutine } from "interloop";

function* attempt(label: string, fs: unknown, options: object = {}): Coroutine<void> {
  const coroutine = asyncio.wait(fs as asyncio.Future[], options);
  try {
    const [done, pending] = yield* coroutine;
    yield* print(label, done.size, pending.size);
  } catch (thrown) {
    yield* print(label, repr(except(thrown, builtins.Exception)));
  }
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(asyncio.sleep(0));
  const future = asyncio.get_running_loop().create_future();
  const coroutine = asyncio.sleep(1);
  yield* attempt("task", task);
  yield* attempt("future", future);
  yield* attempt("coroutine", coroutine);
  coroutine.return();
  yield* attempt("empty list", []);
  yield* attempt("empty set", new Set());
  yield* attempt("empty tuple", tuple());
  yield* attempt("empty before the rest", [], { return_when: "never" });
  yield* attempt("return_when", [task], { return_when: "never" });
  yield* attempt("return_when", [task], { return_when: -1 });
  yield* attempt("not iterable", 3);
  yield* attempt("number in it", [3]);
  yield* attempt("timeout", [task], { timeout: "soon" });
  yield* attempt("fine", [task], { timeout: null });
  future.cancel();
  yield* attempt("cancelled", [future]);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
