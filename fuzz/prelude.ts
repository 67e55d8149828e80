/** What every program of the fuzzer begins with: it notes what can be observed, and it runs its loops to a clean end. The twin of `prelude.py`. */
import {
  BREAK,
  async_generator,
  async_for,
  asyncio,
  type Blocking,
  builtins,
  concurrent,
  contextvars,
  type Coroutine,
  except,
  print,
  queue,
  raise,
  repr,
  str,
  sys,
  threading,
  time,
} from "interloop";

type AnyFuture = asyncio.Future | asyncio.Task;
type Loop = asyncio.AbstractEventLoop;

/** What a program makes, by number. A program that asks for something before it was made gets a KeyError. */
class Made<T> extends Map<number, T> {
  at(number: number): T {
    const found = this.get(number);
    return found === undefined ? raise(new builtins.KeyError(number)) : found;
  }
}

/** What one run makes: nothing is kept from one run to the next. */
class Things {
  readonly loops = new Made<Loop>();
  readonly tasks = new Made<asyncio.Task>();
  readonly futures = new Made<asyncio.Future>();
  readonly handles = new Made<asyncio.Handle>();
  readonly limits = new Made<asyncio.Timeout>();
  readonly submissions = new Made<concurrent.futures.Future>();
  readonly threads = new Made<threading.Thread<unknown[]>>();
  readonly locks = new Made<threading.Lock>();
  readonly events = new Made<threading.Event>();
  readonly conditions = new Made<threading.Condition>();
  /** More of what threads share, by kind and number. */
  readonly shared = new Map<string, unknown>();
  /** asyncio's locks and queues, by kind and number. */
  readonly primitives = new Map<string, Primitive>();
  /** Pools of threads, by number. */
  /** Asynchronous generators, by loop and number. */
  readonly producers = new Map<Loop, Map<number, Producer>>();
  readonly pools = new Made<concurrent.futures.ThreadPoolExecutor>();
  /** The tasks in which some coroutine of the program has begun, in that order. */
  readonly begun: asyncio.Task[] = [];
}

const MAKERS = {
  Event: () => new asyncio.Event(),
  Lock: () => new asyncio.Lock(),
  Condition: () => new asyncio.Condition(),
  Semaphore: (number: number) => new asyncio.Semaphore(number),
  BoundedSemaphore: (number: number) => new asyncio.BoundedSemaphore(number + 1),
  Barrier: (number: number) => new asyncio.Barrier(number + 2),
  Queue: (number: number) => new asyncio.Queue(number),
  PriorityQueue: (number: number) => new asyncio.PriorityQueue(number + 1),
  LifoQueue: (number: number) => new asyncio.LifoQueue(2 - number),
};

/** How semaphores, barriers and queues of threads are made. */
const SHARED = {
  semaphore: (number: number) => new threading.Semaphore(number),
  bounded: (number: number) => new threading.BoundedSemaphore(number + 1),
  barrier: () => new threading.Barrier(2),
  queue: (number: number) => new queue.Queue(number + 1),
  lifo: (number: number) => new queue.LifoQueue(2 - number),
  priority: (number: number) => new queue.PriorityQueue(number),
  simple: () => new queue.SimpleQueue(),
};
type Shared = typeof SHARED;

type Primitive = ReturnType<(typeof MAKERS)[keyof typeof MAKERS]>;

type Producer = ReturnType<typeof produce>;

/** Emits some numbers, notes what it is sent, and tells of what is raised in it. */
const produce = async_generator(function* produce(
  emit: builtins.Emit<number, string>,
  label: string,
  resists: boolean,
): builtins.Emitting {
  for (let turn = 0; turn < 4; turn++) {
    try {
      yield* note(label, "sent", yield* emit(turn));
      yield* asyncio.sleep(0.002 * turn);
    } catch (thrown) {
      const error = except(thrown, [builtins.ValueError, builtins.GeneratorExit, asyncio.CancelledError]);
      // It is freed with the program.
      if (asyncio._get_running_loop() === null) throw error;
      yield* note(label, "caught", error);
      yield* asyncio.sleep(0.001);
      yield* note(label, "slept");
      if (!resists) throw error;
    }
  }
  yield* note(label, "end");
});

/** Iterates a generator of its own, and leaves it before its end, when nothing refers to it any more. */
function* abandoned(label: string, last: number): Coroutine<number> {
  yield* async_for(
    () => produce(label, last === 1),
    function* (turn) {
      yield* note(label, turn);
      return turn === last ? BREAK : undefined;
    },
  );
  return last;
}

const VARIABLE = new contextvars.ContextVar<string>("variable", { default: "-" });

/** The functions of one run. */
export function prelude() {
  const things = new Things();
  const { loops, tasks, futures, handles, limits, submissions, threads, locks, events, conditions, primitives, begun } =
    things;

  /** Makes what threads share. */
  function share(): void {
    threading.set_excepthook(failed);
    for (let number = 0; number < 2; number++) {
      locks.set(number, new threading.Lock());
      events.set(number, new threading.Event());
      conditions.set(number, new threading.Condition());
      for (const [kind, make] of Object.entries(SHARED)) things.shared.set(`${kind} ${String(number)}`, make(number));
    }
  }

  /** A semaphore, barrier or queue of threads. */
  function shared<K extends keyof Shared>(kind: K, number: number): ReturnType<Shared[K]> {
    const found = things.shared.get(`${kind} ${String(number)}`) as ReturnType<Shared[K]> | undefined;
    return found ?? raise(new builtins.KeyError(builtins.tuple(kind, number)));
  }

  /** Resumes one of the loop's generators, which is made when somebody first asks for it. The odd ones resist. */
  function* stepped(number: number, way: "anext" | "asend" | "athrow" | "aclose" | "iterate"): Coroutine<unknown> {
    const own = asyncio.get_running_loop();
    const made = things.producers.get(own) ?? new Map<number, Producer>();
    const one = made.get(number) ?? produce(`producer${String(number)}`, number % 2 === 1);
    things.producers.set(own, made.set(number, one));
    try {
      if (way === "anext") return yield* one.__anext__();
      if (way === "asend") return yield* one.asend(way);
      if (way === "athrow") return yield* one.athrow(new builtins.ValueError(way));
      if (way === "aclose") return yield* one.aclose();
      return yield* builtins.async_list(one);
    } catch (thrown) {
      return repr(except(thrown, [builtins.StopAsyncIteration, builtins.RuntimeError, builtins.ValueError]));
    }
  }

  /** The names of all threads that there are. */
  function alive(): string[] {
    return threading.enumerate().map((thread) => thread.name);
  }

  /** Starts a timer that notes its label. */
  function* timer(delay: number, label: string): Blocking<void> {
    yield* new threading.Timer(delay, note, [label]).start();
  }

  /** A pool of threads, which is made when somebody first asks for it. */
  function pool(number: number): concurrent.futures.ThreadPoolExecutor {
    const options = { thread_name_prefix: `pool${String(number)}` };
    const made = things.pools.get(number) ?? new concurrent.futures.ThreadPoolExecutor(number + 1, options);
    things.pools.set(number, made);
    return made;
  }

  /** The results of a pool for several delays. */
  function* mapped(
    number: number,
    label: string,
    delays: number[],
    end: string,
    timeout: number | null,
  ): Blocking<string[]> {
    const [labels, ends] = [Array<string>(3).fill(label), Array<string>(3).fill(end)];
    const results = yield* pool(number).map_kw({ timeout }, job, labels, delays, ends);
    return yield* results.list();
  }

  /** Calls a method of a condition that is held meanwhile. */
  function* holding_condition(number: number, name: "wait" | "notify" | "notify_all", time = 0): Blocking<unknown> {
    const one = conditions.at(number);
    return yield* one.with(function* (): Blocking<unknown> {
      return name === "wait" ? yield* one.wait(time) : yield* one[name]();
    });
  }

  /** One of asyncio's locks and queues, which is made when somebody first asks for it. */
  function primitive(kind: keyof typeof MAKERS, number: number): Primitive {
    const key = `${kind} ${String(number)}`;
    const made = primitives.get(key) ?? MAKERS[kind](number);
    primitives.set(key, made);
    return made;
  }

  /** The first thing that a coroutine does: its task is remembered. */
  function begin(): void {
    if (!begun.includes(current())) begun.push(current());
  }

  /** One task of a contest: it notes how its wait ends. */
  function* member(label: string, coro: Coroutine<unknown>): Coroutine<void> {
    begin();
    try {
      yield* note(label, yield* coro);
    } catch (thrown) {
      yield* note(label, except(thrown, [builtins.Exception, asyncio.CancelledError]));
    }
  }

  return {
    ...{ stepped, abandoned },
    ...{ VARIABLE, CONTEXT: new contextvars.Context(), loops, tasks, futures, handles, limits, submissions, threads },
    ...{ shared, alive, timer, pool, job, over, following, mapped },
    ...{ primitive, fresh, holding_primitive, held, member, contest, glance, tried },
    ...{
      eagerly,
      share,
      holding_condition,
      begin,
      crowd,
      note,
      state,
      shielded,
      waited,
      completed,
      complete,
      current,
      method,
    },
    loop: (number: number) => loops.at(number),
    task: (number: number) => tasks.at(number),
    future: (number: number) => futures.at(number),
    handle: (number: number) => handles.at(number),
    limit: (number: number) => limits.at(number),
    submission: (number: number) => submissions.at(number),
    thread: (number: number) => threads.at(number),
    lock: (number: number) => locks.at(number),
    event: (number: number) => events.at(number),
    condition: (number: number) => conditions.at(number),
    play: (number: number, main: () => Coroutine<unknown>, bare: readonly number[], until: boolean, look: boolean) =>
      play(things, number, main, bare, until, look),
  };
}

function show(value: unknown): string {
  if (value instanceof builtins.BaseException) {
    return repr(value) + (value.__cause__ === null ? "" : ` from ${show(value.__cause__)}`);
  }
  if (Array.isArray(value) && !Object.isFrozen(value)) return `[${value.map(show).join(", ")}]`;
  return repr(value);
}

/** The name of the current task; of the thread, where there is none. */
function where(): string {
  const running = asyncio._get_running_loop();
  const current = running === null ? null : asyncio.current_task();
  return current === null ? threading.current_thread().name : current.get_name();
}

/** Rounds as Python does: a half goes to the even number. */
function nanoseconds(seconds: number): number {
  const exact = seconds * 1e9;
  const floor = Math.floor(exact);
  return exact - floor === 0.5 && floor % 2 === 0 ? floor : Math.round(exact);
}

/** Prints the time in nanoseconds, a label, where that is, the context's variable, and values. */
function* note(label: string, ...values: unknown[]): Blocking<void> {
  yield* print(nanoseconds(time.monotonic()), label, where(), VARIABLE.get(), ...values.map(show));
}

/** The current task. */
const current = () => asyncio.current_task() as asyncio.Task;

/** A bound method as a callback. */
function method(one: asyncio.Task, name: "cancel"): () => void {
  const named = { [name]: () => void one[name]() };
  return named[name];
}

/** A task factory whose tasks begin at once, where the version has such; but not in a context that may be entered already, which no loop survives. */
const eagerly: asyncio.TaskFactory = (loop, coro, options) => {
  const context = (options.context ?? null) !== null;
  if (context || sys.version_info()[1] < 12) return new asyncio.Task(coro, { ...options, loop });
  return asyncio.eager_task_factory(loop, coro, options);
};

/** What can be seen of a future or a task. */
function state(one: AnyFuture): string {
  if (!one.done()) return "pending";
  return one.cancelled() ? "cancelled" : "finished";
}

/** Awaits a task through a future of its own, so that a cancellation does not reach the task. */
function* shielded(inner: AnyFuture): Coroutine<unknown> {
  const outer = inner.get_loop().create_future();
  const copy = (done: AnyFuture): void => {
    if (!outer.done()) outer.set_result(state(done));
  };
  inner.add_done_callback(copy);
  return yield* outer;
}

/** Calls a method of an asyncio condition that is held meanwhile. */
function holding_primitive(one: asyncio.Condition, name: "wait" | "notify" | "notify_all"): Coroutine<unknown> {
  return one.with(function* (): Coroutine<unknown> {
    if (name === "wait") return yield* one.wait();
    one[name]();
    return null;
  });
}

/** A new lock or queue. */
function fresh(kind: keyof typeof MAKERS, number: number): Primitive {
  return MAKERS[kind](number);
}

type Holder = asyncio.Lock | asyncio.Condition | asyncio.Semaphore | asyncio.Barrier;

/** Holds a lock for two iterations. */
function held(one: Holder): Coroutine<void> {
  return one.with(function* (entered: unknown = null): Coroutine<void> {
    yield* note("holds", entered);
    yield* asyncio.sleep(0);
    yield* asyncio.sleep(0);
  });
}

/** Gives way, or does something to the object or to the tasks that want it, step by step; then the tasks are cancelled. */
function* contest(label: string, crew: asyncio.Task[], script: (null | (() => unknown))[]): Coroutine<string[]> {
  for (const step of script) {
    if (step === null) yield* asyncio.sleep(0);
    else yield* note(label, tried(step));
  }
  for (let round = 0; round < 3; round++) {
    yield* asyncio.sleep(0.003);
    for (const one of crew) one.cancel();
  }
  return crew.map(state);
}

/** What can be seen of a lock or queue: its repr, from the first bracket on. */
function glance(one: Primitive): string {
  const text = str(one);
  return text.slice(text.indexOf("[") + 1);
}

/** What a call returns or raises. */
function tried(call: () => unknown): unknown {
  try {
    return call();
  } catch (thrown) {
    return except(thrown, builtins.Exception);
  }
}

/** Waits for several, and tells of each whether it was done by then. */
function* waited(fs: AnyFuture[], timeout: number | null, return_when: string): Coroutine<unknown> {
  const [done, pending] = yield* asyncio.wait(fs, { timeout, return_when });
  return [fs.map((one) => done.has(one)), done.size, pending.size];
}

/** Notes what is completed, one after the other; a cancellation leaves. */
function* completed(
  label: string,
  fs: AnyFuture[],
  timeout: number | null,
  asynchronously: boolean,
): Coroutine<unknown> {
  const iterator = asyncio.as_completed(fs, { timeout });
  if (asynchronously) {
    yield* async_for(iterator, (one) => note(label, fs.includes(one) ? fs.indexOf(one) : null, state(one)));
    return "all";
  }
  for (const one of iterator) {
    try {
      yield* note(label, yield* one);
    } catch (thrown) {
      yield* note(label, except(thrown, builtins.Exception));
    }
  }
  return "all";
}

/** What pools do. */
function* job(label: string, delay: number, end: string): Blocking<string> {
  yield* note(label, "works");
  if (delay > 0) yield* time.sleep(delay);
  if (end === "error") throw new builtins.ValueError(label);
  if (end === "cancelled") throw new concurrent.futures.CancelledError(label);
  return end;
}

type Shared_futures = concurrent.futures.Future[];

/** Waits for several futures of threads, and tells of each whether it was over by then. */
function* over(fs: Shared_futures, timeout: number, return_when: string): Blocking<unknown> {
  const { done, not_done } = yield* concurrent.futures.wait(fs, { timeout, return_when });
  return [fs.map((one) => done.has(one)), done.size, not_done.size];
}

/** Notes futures of threads as they complete. */
function* following(label: string, fs: Shared_futures, timeout: number): Blocking<string> {
  for (const next of concurrent.futures.as_completed(fs, { timeout })) yield* note(label, fs.indexOf(yield* next));
  return "all";
}

/** Gives a future a result, if it has none yet. */
function complete(one: asyncio.Future, value: unknown): void {
  if (!one.done()) one.set_result(value);
}

/** So many timers, of which the first ones are cancelled; with enough of them, the loop cleans its heap. */
function crowd(count: number, cancelled: number): void {
  const own = asyncio.get_running_loop();
  const made = Array.from({ length: count }, (_none, number) =>
    own.call_later(0.001 * (number % 7), (value) => void show(value), number),
  );
  for (const timer of made.slice(0, cancelled)) timer.cancel();
}

/** What is told of an exception that leaves a thread: without a traceback, whose lines the simulator has not. */
function* failed(args: threading.ExceptHookArgs): Blocking<void> {
  yield* note("thread failed", args.exc_value);
}

/** What nobody looked at is told when it is freed, which is later here than there; the rest is told in its place. */
function* handler(_loop: Loop, context: asyncio.ExceptionContext): Blocking<void> {
  const { message = "", exception = null } = context;
  if (message.includes("was never retrieved") || message.includes("was destroyed")) {
    yield* print("late:", message, show(exception));
  } else {
    yield* note("handler", message, exception);
  }
}

/** Calls a method of the loop, and notes what leaves it. */
function* attempt(run: () => Blocking<unknown>): Blocking<void> {
  try {
    yield* note("left", yield* run());
  } catch (thrown) {
    const caught = [builtins.Exception, asyncio.CancelledError, builtins.SystemExit, builtins.KeyboardInterrupt];
    yield* note("left", except(thrown, caught));
  }
}

/** Cancels what has not ended, again and again, until the last timers of a loop have fired and nothing is left. */
function* settle({ tasks, begun }: Things, own: Loop): Blocking<void> {
  for (let round = 0; round < 10; round++) {
    yield* attempt(() => own.run_until_complete(asyncio.sleep(1)));
    const unseen = [...tasks.values()].filter((one) => !begun.includes(one));
    const left = [...begun, ...unseen].filter((one) => !one.done() && one.get_loop() === own);
    if (left.length === 0) break;
    for (const one of left) one.cancel();
  }
}

/** Runs a loop with its main task for a second at most; then all that is left is ended. */
function* play(
  things: Things,
  number: number,
  main: () => Coroutine<unknown>,
  bare: readonly number[],
  until: boolean,
  look: boolean,
): Blocking<void> {
  const { loops, tasks, futures } = things;
  const own = loops.at(number);
  own.set_exception_handler(handler);
  for (const name of bare) futures.set(name, own.create_future());
  tasks.set(number, own.create_task(main(), { name: `main${String(number)}` }));
  const stopping = own.call_later(1, own.stop);
  if (until) yield* attempt(() => own.run_until_complete(tasks.at(number)));
  else yield* attempt(own.run_forever);
  stopping.cancel();
  yield* settle(things, own);
  for (const kind of look ? [tasks, futures] : []) {
    for (const [name, one] of [...kind] as [number, AnyFuture][]) {
      if (one.get_loop() !== own) continue;
      yield* note("end", name, state(one) === "finished" ? one.exception() : null, state(one));
    }
  }
  yield* own.close();
}
