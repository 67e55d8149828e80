/** A coroutine driven by hand: send, throw, close, and their errors. */
import { asyncio, builtins, except, print, repr, types, type Blocking, type Coroutine } from "interloop";

const { CoroutineType } = types;
const { KeyError, RuntimeError, StopIteration, TypeError, ValueError } = builtins;

function* Yields(): Generator<never, unknown, unknown> {
  return yield "yielded" as never;
}

function* worker(): Coroutine<unknown> {
  try {
    return yield* Yields();
  } catch (thrown) {
    return `caught ${repr(except(thrown, KeyError))}`;
  }
}

function* attempt(label: string, action: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* print(label, yield* action());
  } catch (thrown) {
    const error = except(thrown, [StopIteration, RuntimeError, TypeError, ValueError]);
    if (error instanceof StopIteration) yield* print(label, "StopIteration", repr(error.value));
    else yield* print(label, `${builtins.type_name(error)}:`, error);
  }
}

export default function* program(): Blocking<void> {
  yield* print(asyncio.iscoroutine(worker), asyncio.iscoroutinefunction(worker));
  let coroutine = worker();
  yield* print(asyncio.iscoroutine(coroutine));
  yield* attempt("send a value first:", () => CoroutineType.send(coroutine, 42));
  yield* attempt("send None:", () => CoroutineType.send(coroutine, null));
  yield* attempt("send 42:", () => CoroutineType.send(coroutine, 42));
  yield* attempt("send again:", () => CoroutineType.send(coroutine, null));
  coroutine = worker();
  yield* attempt("send None:", () => CoroutineType.send(coroutine, null));
  yield* attempt("throw KeyError:", () => CoroutineType.throw(coroutine, new KeyError("k")));
  yield* attempt("throw again:", () => CoroutineType.throw(coroutine, new KeyError("k")));
  coroutine = worker();
  yield* attempt("throw before start:", () => CoroutineType.throw(coroutine, new ValueError("v")));
  coroutine = worker();
  yield* attempt("close before start:", () => CoroutineType.close(coroutine));
  yield* attempt("send after close:", () => CoroutineType.send(coroutine, null));
  coroutine = worker();
  yield* attempt("send None:", () => CoroutineType.send(coroutine, null));
  yield* attempt("close:", () => CoroutineType.close(coroutine));
  yield* attempt("close again:", () => CoroutineType.close(coroutine));
}
