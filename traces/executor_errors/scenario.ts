/** What run_in_executor, set_default_executor and shutdown_default_executor refuse. */
import { asyncio, builtins, concurrent, except, print, type Blocking, type Coroutine } from "interloop";

const { Executor, ThreadPoolExecutor } = concurrent.futures;

function* attempt(label: string, call: () => unknown): Blocking<void> {
  try {
    let value = call();
    if (typeof (value as Partial<Blocking<unknown>> | undefined)?.next === "function") {
      value = yield* value as Blocking<unknown>;
    }
    yield* print(label, value);
  } catch (thrown) {
    const error = except(thrown, [builtins.TypeError, builtins.RuntimeError, builtins.AttributeError]);
    yield* print(label, builtins.type_name(error), error);
  }
}

const job = (): void => undefined;

function* main(shut_down: concurrent.futures.ThreadPoolExecutor): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.set_debug(true);
  yield* attempt("not callable:", () => loop.run_in_executor(null, 1 as never));
  const coroutine = main(shut_down);
  yield* attempt("coroutine:", () => loop.run_in_executor(null, coroutine as never));
  loop.set_debug(false);
  yield* attempt("base:", () => {
    loop.set_default_executor(new Executor());
  });
  yield* attempt("shut down pool:", () => {
    loop.set_default_executor(shut_down);
  });
  yield* attempt("shut down:", () => loop.run_in_executor(null, job));
  yield* attempt("given:", () => loop.run_in_executor(shut_down, job));
  try {
    yield* loop.shutdown_default_executor();
  } catch (thrown) {
    yield* print("no shutdown: AttributeError", except(thrown, builtins.AttributeError));
    return;
  }
  yield* attempt("after shutdown:", () => loop.run_in_executor(null, job));
  yield* attempt("pool after shutdown:", () => {
    loop.set_default_executor(new ThreadPoolExecutor());
  });
  yield* attempt("still after shutdown:", () => loop.run_in_executor(null, job));
  yield* attempt("two arguments:", () => loop.shutdown_default_executor(...([1, 2] as unknown as [])));
}

export default function* program(): Blocking<void> {
  const shut_down = new ThreadPoolExecutor();
  yield* shut_down.shutdown();
  const loop = asyncio.new_event_loop();
  yield* loop.run_until_complete(main(shut_down));
  yield* loop.close();
  yield* attempt("closed:", () => loop.run_in_executor(null, job));
  yield* attempt("to_thread:", () => {
    asyncio.to_thread(job).return(undefined);
  });
}
