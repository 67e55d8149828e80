/** Cancelling a gather, or the task that awaits it, cancels every child; the gather ends when they have reported. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(name: string): Coroutine<void> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, "cancelled");
    throw error;
  }
}

function* stubborn(name: string): Coroutine<string> {
  try {
    yield* asyncio.sleep(10);
  } catch (thrown) {
    except(thrown, asyncio.CancelledError);
    yield* print(name, "refuses");
    yield* asyncio.sleep(0);
  }
  return name;
}

function* awaits(name: string, outer: asyncio.Future): Coroutine<void> {
  try {
    yield* print(name, yield* outer);
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print(name, "awaited", repr(error));
    throw error;
  }
}

function* show(label: string, outer: asyncio.Future): Coroutine<void> {
  for (let number = 0; number < 4; number++) {
    yield* print(label, number, outer.done(), outer.cancelled());
    yield* asyncio.sleep(0);
  }
}

function* ends(label: string, outer: asyncio.Future, cancelled = false): Coroutine<void> {
  try {
    yield* print(label, "gave", yield* outer);
  } catch (thrown) {
    const shown = repr(except(thrown, asyncio.CancelledError));
    if (cancelled) yield* print(label, "raised", shown, outer.cancelled());
    else yield* print(label, "raised", shown);
  }
}

function* main(): Coroutine<void> {
  let outer: asyncio.Future = asyncio.gather(child("a"), child("b"));
  yield* asyncio.sleep(0);
  yield* print("cancel():", outer.cancel(), outer.done());
  yield* show("plain", outer);
  yield* ends("plain", outer);
  yield* print("cancel() again:", outer.cancel());

  outer = asyncio.gather(child("c"), child("d"));
  const task = asyncio.create_task(awaits("task", outer));
  yield* asyncio.sleep(0);
  yield* print("cancel():", task.cancel());
  yield* show("awaited", outer);
  yield* print(task.cancelled(), outer.cancelled());

  outer = asyncio.gather_kw({ return_exceptions: true }, child("e"), stubborn("f"));
  yield* asyncio.sleep(0);
  yield* print("cancel():", outer.cancel());
  yield* show("kept", outer);
  yield* ends("kept", outer, true);

  outer = asyncio.gather(stubborn("g"), stubborn("h"));
  yield* asyncio.sleep(0);
  outer.cancel();
  yield* ends("refused", outer);

  // Cancelled before the children begin.
  outer = asyncio.gather(child("never"), child("never"));
  outer.cancel();
  yield* ends("unbegun", outer);

  // All children are done, but have not reported yet.
  const future = asyncio.get_running_loop().create_future<string>();
  outer = asyncio.gather(future);
  future.set_result("result");
  yield* print("cancel():", outer.cancel(), yield* outer);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
