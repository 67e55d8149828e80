/** SIGINT while asyncio.run runs: from 3.11 on it cancels the main task, and a second one raises KeyboardInterrupt at once. */
import { asyncio, builtins, except, print, repr, signal, sys, type Blocking, type Coroutine } from "interloop";

function* interrupt(): Blocking<void> {
  yield* signal.raise_signal(signal.SIGINT);
}

function* sleeps(): Coroutine<void> {
  try {
    yield* asyncio.sleep(1);
  } finally {
    yield* print("main leaves");
  }
}

function* from_callback(): Coroutine<void> {
  asyncio.get_running_loop().call_later(0.01, interrupt);
  yield* sleeps();
}

function* from_itself(): Coroutine<void> {
  yield* print("raise");
  yield* interrupt();
  yield* print("goes on");
  yield* sleeps();
}

function* from_itself_at_the_end(): Coroutine<string> {
  yield* interrupt();
  return "value";
}

function* from_other_task(): Coroutine<void> {
  function* other(): Coroutine<void> {
    yield* interrupt();
    yield* print("other goes on");
  }

  const task = asyncio.create_task(other());
  try {
    yield* sleeps();
  } finally {
    yield* print("other:", task.done());
  }
}

function* swallowed(): Coroutine<string> {
  asyncio.get_running_loop().call_later(0.01, interrupt);
  try {
    yield* sleeps();
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print("swallowed");
  }
  return "value";
}

function* uncancelled(): Coroutine<void> {
  asyncio.get_running_loop().call_later(0.01, interrupt);
  try {
    yield* sleeps();
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    asyncio.current_task()?.uncancel();
    throw error;
  }
}

function* twice(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  loop.call_later(0.01, interrupt);
  loop.call_later(0.2, interrupt);
  try {
    yield* sleeps();
  } finally {
    yield* asyncio.sleep(1);
  }
}

function* cancelled_before(): Coroutine<void> {
  asyncio.current_task()?.cancel();
  yield* asyncio.sleep(0);
}

function* own_handler(): Coroutine<string> {
  signal.signal(signal.SIGINT, (number) => print("own handler", number));
  yield* interrupt();
  return "value";
}

function* attempt(main: () => Coroutine<unknown>): Blocking<void> {
  yield* print(main.name);
  try {
    yield* print(yield* asyncio.run(main()));
  } catch (thrown) {
    const error = except(thrown, builtins.BaseException);
    yield* print(repr(error), "during", repr(error.__context__));
  }
  yield* print(signal.getsignal(signal.SIGINT) === signal.default_int_handler);
  signal.signal(signal.SIGINT, signal.default_int_handler);
}

export default function* program(): Blocking<void> {
  for (const one of [from_callback, from_itself, from_itself_at_the_end, from_other_task, swallowed]) {
    yield* attempt(one);
  }
  if (sys.version_info()[1] >= 11) yield* attempt(uncancelled);
  for (const one of [twice, cancelled_before, own_handler]) yield* attempt(one);
}
