/** What a future's set_exception accepts: instances and classes, and not StopIteration. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

const { BaseException, StopIteration, TypeError, ValueError } = builtins;

class MyStop extends StopIteration {}

function* attempt(label: string, thing: unknown): Blocking<void> {
  const future = asyncio.get_running_loop().create_future();
  try {
    future.set_exception(thing);
    const caught = future.exception() as builtins.BaseException;
    yield* print(label, "done:", future.done(), repr(caught), "cause:", repr(caught.__cause__));
  } catch (thrown) {
    yield* print(label, "TypeError:", except(thrown, TypeError), "done:", future.done());
  }
}

function* main(): Coroutine<void> {
  yield* attempt("instance:", new ValueError("v"));
  yield* attempt("class:", ValueError);
  yield* attempt("BaseException:", new BaseException("b"));
  yield* attempt("CancelledError:", new asyncio.CancelledError("c"));
  yield* attempt("StopIteration:", new StopIteration("s"));
  yield* attempt("StopIteration class:", StopIteration);
  yield* attempt("subclass of StopIteration:", new MyStop("m"));
  yield* attempt("number:", 42);
  yield* attempt("None:", null);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
