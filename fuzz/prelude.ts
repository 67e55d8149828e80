/** What every program of the fuzzer begins with: it notes what can be observed, and it runs its loops to a clean end. The twin of `prelude.py`. */
import {
  asyncio,
  type Blocking,
  builtins,
  type concurrent,
  contextvars,
  type Coroutine,
  except,
  print,
  raise,
  repr,
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
  /** The tasks in which some coroutine of the program has begun, in that order. */
  readonly begun: asyncio.Task[] = [];
}

const VARIABLE = new contextvars.ContextVar<string>("variable", { default: "-" });

/** The functions of one run. */
export function prelude() {
  const things = new Things();
  const { loops, tasks, futures, handles, limits, submissions, threads, locks, events, conditions, begun } = things;

  /** Makes what threads share. */
  function share(): void {
    threading.set_excepthook(failed);
    for (let number = 0; number < 2; number++) {
      locks.set(number, new threading.Lock());
      events.set(number, new threading.Event());
      conditions.set(number, new threading.Condition());
    }
  }

  /** Calls a method of a condition that is held meanwhile. */
  function* holding_condition(number: number, name: "wait" | "notify" | "notify_all", time = 0): Blocking<unknown> {
    const one = conditions.at(number);
    return yield* one.with(function* (): Blocking<unknown> {
      return name === "wait" ? yield* one.wait(time) : yield* one[name]();
    });
  }

  /** The first thing that a coroutine does: its task is remembered. */
  function begin(): void {
    if (!begun.includes(current())) begun.push(current());
  }

  return {
    ...{ VARIABLE, CONTEXT: new contextvars.Context(), loops, tasks, futures, handles, limits, submissions, threads },
    ...{ share, holding_condition, begin, crowd, note, state, shielded, complete, current, method },
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
