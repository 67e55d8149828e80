/** threading.local: each thread has its own attributes. */
import { builtins, except, print, threading, type Blocking } from "interloop";

interface Value {
  value: string;
  other: string;
}

function with_defaults(value: string): Partial<Value> {
  return threading.local<Value>((self) => {
    self.value = value;
  });
}

function* in_thread(local: Partial<Value>, defaults: Partial<Value>): Blocking<void> {
  yield* print("thread:", "value" in local, defaults.value);
  local.value = "thread's";
  defaults.value = "changed in the thread";
  yield* print("thread:", local.value, defaults.value);
}

export default function* program(): Blocking<void> {
  const local = threading.local<Value>();
  const defaults = with_defaults("initial");
  local.value = "main's";
  const thread = new threading.Thread({ target: in_thread, args: [local, defaults] });
  yield* thread.start();
  yield* thread.join();
  yield* print("main:", local.value, defaults.value);
  try {
    yield* print(local.other);
  } catch (thrown) {
    const error = except(thrown, builtins.AttributeError);
    yield* print("AttributeError:", error);
  }
}
