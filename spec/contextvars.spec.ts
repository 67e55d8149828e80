/** Context variables: the answers of CPython that contextvars.py gave, and what only a simulation has. */
import {
  asyncio,
  type Blocking,
  builtins,
  contextvars,
  type Coroutine,
  print,
  repr,
  simulate,
  threading,
  time,
  UsageError,
} from "interloop";
import { describe, expect, test } from "vitest";
import { anonymous, cases, elsewhere, failure, runBoth } from "./judge.js";

const VAR = new contextvars.ContextVar<unknown>("VAR");
const WITH = new contextvars.ContextVar<string>("WITH", { default: "default" });

/** A plain function as a blocking one that can fail, without addresses in its answer. */
function* attempt(call: () => unknown): Blocking<string> {
  const answer = yield* failure(function* () {
    return call();
  });
  return anonymous(answer);
}

const lookUp = (context: contextvars.Context): unknown => context.get(VAR);

const questions: Record<string, () => Blocking<unknown>> = {
  *getting() {
    const found: unknown[] = [yield* attempt(() => VAR.get())];
    found.push(yield* attempt(() => VAR.get("fallback")), yield* attempt(() => VAR.get(null)));
    found.push(WITH.get(), WITH.get("fallback"));
    VAR.set("value");
    WITH.set("other");
    found.push(VAR.get(), VAR.get("fallback"), WITH.get(), WITH.get("fallback"));
    VAR.set(null);
    return [...found, VAR.get("fallback")];
  },
  *texts() {
    const token = VAR.set(1);
    const found = [VAR, WITH, token, contextvars.Token.MISSING].map((value) => repr(value));
    found.push(repr(new contextvars.Context()).split(" object")[0] ?? "");
    VAR.reset(token);
    return [...found, repr(token)].map(anonymous);
  },
  *tokens() {
    const [first, second] = [VAR.set(1), VAR.set(2)];
    const found: unknown[] = [first.var === VAR, first.old_value === contextvars.Token.MISSING, second.old_value];
    VAR.reset(second);
    found.push(VAR.get());
    VAR.reset(first);
    found.push(yield* attempt(() => VAR.get()));
    for (const token of [first, second]) found.push(yield* attempt(() => VAR.reset(token)));
    const third = VAR.set(3);
    VAR.set(4);
    VAR.reset(third);
    return [...found, yield* attempt(() => VAR.get())];
  },
  *wrong_tokens() {
    const token = VAR.set(1);
    const inside = (context: contextvars.Context) => attempt(() => context.run(() => VAR.reset(token)));
    const other = (): void => {
      WITH.reset(token as never);
    };
    const found = [yield* attempt(other)];
    for (const wrong of ["token", null]) found.push(yield* attempt(() => VAR.reset(wrong as never)));
    found.push(yield* inside(contextvars.copy_context()), yield* inside(new contextvars.Context()));
    VAR.reset(token);
    return [...found, yield* inside(contextvars.copy_context()), yield* attempt(other)];
  },
  *copies() {
    VAR.set("before");
    const copy = contextvars.copy_context();
    VAR.set("after");
    const found = [lookUp(copy), copy.run(() => VAR.get()), VAR.get()];
    copy.run(() => VAR.set("inside"));
    return [...found, lookUp(copy), VAR.get(), lookUp(copy.copy()), copy.copy() === copy];
  },
  *as_mapping() {
    const empty = new contextvars.Context();
    VAR.set(1);
    const full = contextvars.copy_context();
    const found: unknown[] = [empty.size, full.size, empty.has(VAR), full.has(VAR), full.has(WITH)];
    found.push(full.get(VAR), full.get(WITH), full.get<unknown>(WITH, 5), empty.get(VAR));
    const keys = full.keys().map((key) => key === VAR);
    return [...found, keys, full.values(), full.items().map(([, value]) => value), keys];
  },
  *running() {
    const context = new contextvars.Context();
    const fails = (): void => {
      VAR.set("kept");
      throw new builtins.KeyError("out");
    };
    const get = (): unknown => VAR.get();
    const found: unknown[] = [context.run(() => 5), context.run(Math.max, 3, 7)];
    found.push(yield* attempt(() => context.run(fails)), lookUp(context));
    found.push(yield* attempt(() => context.run(() => context.run(get))));
    found.push(yield* attempt(() => context.run(() => new contextvars.Context().run(() => context.run(get)))));
    found.push(yield* attempt(() => context.run(() => contextvars.copy_context().run(get))));
    return [...found, context.run(get), yield* attempt(get)];
  },
  *own_view() {
    const context = new contextvars.Context();
    const seen: unknown[] = [];
    context.run(() => {
      seen.push(context.has(VAR));
      VAR.set(1);
      seen.push([lookUp(context), lookUp(contextvars.copy_context()), context.size]);
      contextvars.copy_context().run(() => VAR.set(2));
      seen.push(lookUp(context));
    });
    return seen;
  },
  *threads() {
    VAR.set("main");
    const get = (): unknown => VAR.get();
    const there = (...calls: readonly (() => unknown)[]) =>
      elsewhere(
        ...calls.map(
          (call) =>
            function* (): Blocking<unknown> {
              return call();
            },
        ),
      );
    const found: unknown[] = yield* there(
      get,
      () => WITH.get(),
      () => VAR.set("thread"),
      get,
    );
    const copy = contextvars.copy_context();
    found.push(
      ...(yield* there(
        () => copy.run(get),
        () => copy.run(() => VAR.set("set there")),
      )),
    );
    found.push(lookUp(copy), VAR.get());
    found.push(...(yield* copy.run(() => there(() => copy.run(get)))));
    return found.map((text) => anonymous(text as string));
  },
  *wrong_arguments() {
    const make = (): unknown => new contextvars.ContextVar(5 as never);
    return [yield* attempt(make), yield* attempt(() => new contextvars.ContextVar("x").get())];
  },
};

describe("context variables do what CPython's did", () => {
  const find = (question: string): (() => Blocking<unknown>) | undefined => questions[question];
  test.each(cases("contextvars.json", find))("%s", (_question, ask) => {
    ask();
  });
});

describe("a blocking function in a context", () => {
  test("is driven in it from beginning to end, whatever other threads do meanwhile", () => {
    const run = runBoth(function* (): Blocking<void> {
      const context = new contextvars.Context();
      const works = function* (): Blocking<string> {
        VAR.set("inside");
        yield* time.sleep(1);
        yield* print(VAR.get(), context.has(VAR));
        return "result";
      };
      const target = function* (): Blocking<void> {
        yield* time.sleep(0.5);
        yield* print("meanwhile", VAR.get("nothing"));
      };
      yield* new threading.Thread({ target }).start();
      VAR.set("outside");
      yield* print(yield* context.run(works), VAR.get(), context.get(VAR));
    });
    expect(run.output).toBe("meanwhile nothing\ninside True\nresult outside inside\n");
  });

  test("that fails leaves it", () => {
    const run = runBoth(function* (): Blocking<void> {
      const context = new contextvars.Context();
      const fails = function* (): Blocking<void> {
        yield* time.sleep(1);
        VAR.set("inside");
        throw new builtins.ValueError("out");
      };
      yield* print(yield* failure(() => context.run(fails)), VAR.get("nothing"), context.get(VAR));
    });
    expect(run.output).toBe("ValueError: out nothing inside\n");
  });
});

describe("contexts of callbacks and tasks", () => {
  test("are copies, taken when they are made, and nobody else sees what is set in them", () => {
    const run = runBoth(function* (): Blocking<void> {
      const main = function* (): Coroutine<void> {
        const loop = asyncio.get_running_loop();
        VAR.set("first");
        const task = asyncio.create_task(
          (function* (): Coroutine<void> {
            const before = VAR.get();
            VAR.set("task");
            yield* asyncio.sleep(0);
            yield* print(before, VAR.get());
          })(),
        );
        loop.call_soon(() => {
          VAR.set("callback");
        });
        VAR.set("second");
        yield* task;
        yield* print(VAR.get());
      };
      yield* asyncio.run(main());
      yield* print(VAR.get("nothing"));
    });
    expect(run.output).toBe("first task\nsecond\nnothing\n");
  });
});

describe("from run to run", () => {
  test("no value is left", () => {
    const scenario = function* (): Blocking<void> {
      yield* print(VAR.get("nothing"));
      VAR.set("left");
    };
    for (const _ of [1, 2]) expect(simulate(scenario).output).toBe("nothing\n");
  });

  test("a variable can be made at the top of a module, but has no value outside a run", () => {
    const error = new UsageError(
      "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
    );
    expect(() => VAR.get()).toThrow(error);
    expect(() => VAR.set(1)).toThrow(error);
    expect(() => contextvars.copy_context()).toThrow(error);
  });
});
