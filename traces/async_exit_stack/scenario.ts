/** AsyncExitStack leaves managers and callbacks in the opposite order, passes exceptions from one to the next, and can be moved. */
import { asyncio, builtins, contextlib, except, print, repr, type Blocking, type Coroutine } from "interloop";

const { AttributeError, Exception, KeyError, OSError, TypeError, ValueError } = builtins;
const { async_with, with_ } = contextlib;

class Manager implements contextlib.AsyncContextManager<string> {
  constructor(
    readonly name: string,
    readonly suppresses = false,
    readonly error: Error | null = null,
  ) {}

  *__aenter__(): Coroutine<string> {
    yield* asyncio.sleep(0.01);
    yield* print("enter", this.name);
    return this.name;
  }

  *__aexit__(kind: unknown, error: Error | null): Coroutine<boolean> {
    yield* asyncio.sleep(0.01);
    yield* print("exit", this.name, repr(error), error === null ? null : kind === error.constructor);
    if (this.error !== null) throw this.error;
    return this.suppresses;
  }
}

class Plain implements contextlib.ContextManager<Plain> {
  *__enter__(): Blocking<Plain> {
    yield* print("enter plain");
    return this;
  }

  *__exit__(_kind: unknown, error: unknown): Blocking<void> {
    yield* print("exit plain", repr(error));
  }
}

function* cleanup(name: string, error: Error | null = null): Coroutine<void> {
  yield* asyncio.sleep(0.01);
  yield* print("cleanup", name);
  if (error !== null) throw error;
}

function chain(error: builtins.BaseException | null): string {
  return error === null ? "" : ` <- ${repr(error)}${chain(error.__context__)}`;
}

function* attempt(exits: (Manager | Error)[], error: Error | null = null): Coroutine<void> {
  try {
    yield* new contextlib.AsyncExitStack().with(function* (stack): Coroutine<void> {
      for (const exit of exits) {
        if (exit instanceof Error) stack.push_async_callback(cleanup, "fails", exit);
        else yield* stack.enter_async_context(exit);
      }
      if (error !== null) throw error;
    });
    yield* print("left");
  } catch (thrown) {
    yield* print("raised", chain(except(thrown, Exception)));
  }
}

function* cancelled(): Coroutine<void> {
  yield* new contextlib.AsyncExitStack().with(function* (stack): Coroutine<void> {
    yield* stack.enter_async_context(new Manager("outer"));
    yield* stack.enter_async_context(new Manager("inner"));
    asyncio.current_task()?.cancel();
  });
}

function* main(): Coroutine<void> {
  const lock = new asyncio.Lock();
  yield* new contextlib.AsyncExitStack().with(function* (stack): Coroutine<void> {
    const first = yield* stack.enter_async_context(new Manager("first"));
    yield* print(first, (yield* stack.enter_context(new Plain())).constructor.name);
    stack.push_async_callback(cleanup, "callback");
    stack.callback(print, "plain callback", 1);
    stack.push_async_exit(new Manager("not entered"));
    stack.push(new Plain());
    yield* stack.enter_async_context(lock);
    yield* print("locked:", lock.locked());
  });
  yield* print("locked:", lock.locked());
  yield* attempt([new Manager("outer"), new Manager("suppresses", true), new Manager("inner")], new KeyError("k"));
  yield* attempt([new Manager("outer"), new Manager("inner", false, new ValueError("v"))], new KeyError("k"));
  yield* attempt([new Manager("outer"), new ValueError("v"), new KeyError("k")], new OSError("o"));
  yield* attempt([new Manager("suppresses", true), new ValueError("v")]);
  const stack = new contextlib.AsyncExitStack();
  const moved = yield* stack.with(function* () {
    yield* stack.enter_async_context(new Manager("moved"));
    return stack.pop_all();
  });
  yield* print("nothing was left");
  yield* moved?.aclose() ?? [];
  yield* moved?.aclose() ?? [];
  try {
    yield* asyncio.create_task(cancelled());
  } catch (thrown) {
    yield* print(repr(except(thrown, asyncio.CancelledError)));
  }
  for (const wrong of [42, new Plain(), new Manager("m")] as never[]) {
    const ways: (() => Coroutine<unknown>)[] = [
      () => stack.enter_async_context(wrong),
      () => async_with(wrong, () => print("entered")),
      () => with_(wrong, () => print("entered")),
    ];
    for (const way of ways) {
      try {
        yield* way();
      } catch (thrown) {
        yield* print(repr(except(thrown, [TypeError, AttributeError])));
      }
    }
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
