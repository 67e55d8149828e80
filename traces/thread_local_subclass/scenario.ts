/** A subclass of threading.local: __init__ is called in each thread with the same arguments. */
import { builtins, except, print, repr, threading, type Blocking } from "interloop";

const lines: unknown[][] = [];

class Namespace extends threading.local {
  declare value: number;
  declare step: number;
  declare missing?: string;
  declare extra?: string;

  __init__(value: number, step: number): void {
    lines.push(["init in", threading.current_thread().name]);
    this.value = value;
    this.step = step;
  }

  advance(): number {
    this.value += this.step;
    return this.value;
  }
}

class Bare extends threading.local {
  declare value: number;
}

class Failing extends threading.local {
  declare value: number;
  declare calls: string[];

  __init__(calls: string[]): void {
    calls.push(threading.current_thread().name);
    if (calls.length === 2) throw new builtins.ValueError("not this time");
    this.value = calls.length;
  }
}

/** A plain function cannot print: its lines come here. */
function* flush(): Blocking<void> {
  for (const line of lines.splice(0)) yield* print(...line);
}

function* attempt(action: () => unknown): Blocking<void> {
  try {
    yield* print(action());
  } catch (thrown) {
    const error = except(thrown, [builtins.AttributeError, builtins.TypeError, builtins.ValueError]);
    yield* print(builtins.type_name(error), error);
  }
}

function* in_thread(one: Namespace, failing: Failing): Blocking<void> {
  const advanced = one.advance();
  yield* flush();
  yield* print(advanced, Object.keys(one).sort());
  one.extra = "changed";
  yield* attempt(() => (one as unknown as { other: unknown }).other);
  yield* attempt(() => failing.value);
  yield* attempt(() => failing.value);
}

export default function* program(): Blocking<void> {
  const one = new Namespace(10, 5);
  yield* flush();
  const calls: string[] = [];
  const failing = new Failing(calls);
  yield* print(one.advance(), one.advance());
  const thread = new threading.Thread({ target: in_thread, args: [one, failing], name: "t" });
  yield* thread.start();
  yield* thread.join();
  yield* print(one.value, Object.keys(one).sort(), failing.value, calls);
  yield* attempt(() => one.missing);
  yield* attempt(() => delete one.missing);
  yield* attempt(() => ((one as unknown as { __dict__: object }).__dict__ = {}));
  yield* attempt(() => new Bare(1));
  yield* attempt(() => new Bare().value);
  yield* attempt(() => threading.local<{ value: number }>().value);
  yield* print(repr(one).split(" at ")[0]);
}
