/**
 * The step loop: choose a thread, resume it, take the operation that it is about to do next. It knows threads, gates and time, no Python.
 *
 * Two ways of running give the same run. With a chooser the kernel *watches*: a thread yields before every visible operation, so that another
 * one can go first. Without one, the default schedule needs no watching: a thread goes on until it blocks, so an
 * operation that does not block costs one branch ({@link Kernel.credit}) and no yield.
 */
import { ChoicePoint, type ChoiceKind, type Chooser, offer } from "./chooser.js";
import { enter } from "./current.js";
import { dueThreads, nearDeadlines, nextDeadline, nextLag } from "./deadlines.js";
import { endingOfAll } from "./deadlock.js";
import type { Ending } from "./ending.js";
import { Abandoned, InterloopError, KernelBug } from "./errors.js";
import { noteStep, noteWait } from "./notes.js";
import type { Observer } from "./observer.js";
import { type Gate, Operation } from "./operation.js";
import { type ClockModel, type KernelOptions, TICK } from "./options.js";
import { pausedTwice, Services, strayYield } from "./services.js";
import { BLOCKED, DONE, READY, remove, Thread } from "./thread.js";
import type { Blocking } from "./traps.js";

export type { ClockModel, KernelOptions, Timing } from "./options.js";

/** A blocking call may be done at once while this much credit is left: more than any one call uses up. */
export const AT_ONCE = 64;

/** What a new thread is about to do. */
const begin = new Operation("begin", null, "read");

/** In a list of decisions: time passes. Threads are written by their number, other ways as `-2 - way`. */
export const TIME_PASSES = -1;

export class Kernel extends Services {
  /** The virtual clock, in seconds. */
  now = 0;
  /** What one read of the clock adds to it, in seconds. */
  readonly tick: number;
  readonly clockModel: ClockModel;
  readonly observer: Observer | null;
  /** Visible operations yield whenever this is 0: always when a chooser watches, otherwise only at the step limit. */
  credit: number;
  /** All threads, by number. */
  readonly threads: Thread[] = [];
  /** The thread that runs or ran last. */
  thread: Thread | null = null;
  /** How the run ended; `null` while it goes on. */
  ending: Ending | null = null;
  /** How many of the decisions so far preempted a thread that could have gone on. */
  preemptions = 0;
  /** Every decision that was not the default's: the number of the choice point, then what was chosen (see {@link TIME_PASSES}). */
  readonly decisions: number[] = [];

  readonly #watching: boolean;
  readonly #lagging: boolean;
  readonly #chooser: Chooser | null;
  /** The chooser, when it wants to see each step. */
  readonly #follower: Required<Pick<Chooser, "step">> | null;
  readonly #point = new ChoicePoint();
  readonly #maxSteps: number;
  readonly #maxTime: number;
  readonly #maxThreads: number;
  /** invariant: exactly the threads that are READY, in the order in which they became so. */
  readonly #ready: Thread[] = [];

  constructor(options: KernelOptions = {}) {
    super();
    this.clockModel = options.clock ?? "linux";
    this.tick = this.clockModel === "linux" ? TICK : 0;
    this.observer = options.observer ?? null;
    this.#chooser = options.chooser ?? null;
    this.#follower = this.#chooser?.step === undefined ? null : (this.#chooser as Required<Pick<Chooser, "step">>);
    this.#watching = this.#chooser !== null;
    this.#lagging = options.timing === "lagging";
    // `Infinity` is written for "no limit"; what is left of it and what is reached must stay numbers to count with.
    this.#maxSteps = Math.min(options.maxSteps ?? 10_000_000, Number.MAX_SAFE_INTEGER);
    this.#maxTime = Math.min(options.maxTime ?? 100_000_000, Number.MAX_VALUE);
    this.#maxThreads = options.maxThreads ?? 10_000;
    this.credit = this.#watching ? 0 : this.#maxSteps;
  }

  /** How many visible operations were done so far. */
  get steps(): number {
    return this.#watching || this.ending !== null ? this.#steps : this.#maxSteps - this.credit;
  }
  #steps = 0;

  /** How many choice points there were so far. */
  get choices(): number {
    return this.#point.index;
  }

  /** Reads the clock: one of the reads whose number is part of exactness. @returns seconds */
  readClock(): number {
    return (this.now += this.tick);
  }

  /** Adds a thread; it can be chosen from now on. */
  spawn(body: Blocking<unknown>, name: string, daemon = false): Thread {
    const thread = new Thread(this.threads.length, name, body, daemon);
    if (this.threads.length >= this.#maxThreads) this.finish({ kind: "thread limit", limit: this.#maxThreads });
    thread.pending = begin;
    this.threads.push(thread);
    this.#ready.push(thread);
    return thread;
  }

  /** Runs a new thread up to its first visible operation at once: for bodies whose beginning nobody can see. */
  prime(thread: Thread): void {
    const spawner = this.thread;
    this.#step(thread);
    this.thread = spawner;
  }

  /** Opens a gate: the threads that wait at it become ready, the longest-waiting first. */
  open(gate: Gate, cause = 0): void {
    if (gate.open) return;
    gate.open = true;
    for (const thread of gate.waiters) {
      if (thread.state !== BLOCKED) continue;
      thread.state = READY;
      thread.wokenBy = cause;
      this.#ready.push(thread);
    }
  }

  /** Closes a gate: threads that wait at it and have not been resumed wait on, unless their time is up. */
  close(gate: Gate): void {
    if (!gate.open) return;
    gate.open = false;
    for (const thread of gate.waiters) {
      if (thread.state !== READY) continue;
      if (thread.deadline <= this.now) {
        thread.expired = true;
      } else if (!thread.expired) {
        thread.state = BLOCKED;
        if (this.observer !== null && !thread.waited) noteWait(this, thread);
        thread.waited = true;
        remove(this.#ready, thread);
      }
    }
  }

  /**
   * Asks the chooser to pick one of several ways that are no matter of threads.
   * @param count how many ways there are; with fewer than 2 nothing is asked
   */
  choose(kind: Exclude<ChoiceKind, "thread">, count: number): number {
    if (!this.#watching || count < 2) return 0;
    this.#point.threads.length = 0;
    this.#point.preempts = false;
    const way = this.#ask(kind, count);
    if (way > 0) this.decisions.push(this.#point.index - 1, -2 - way);
    return Math.max(way, 0);
  }

  /** Ends the run: the running thread goes on to its next visible operation, no thread is resumed any more, and none is unwound. */
  finish(ending: Ending): void {
    if (this.ending !== null) return;
    this.#steps = this.steps;
    this.ending = ending;
    this.credit = 0;
  }

  /**
   * Ends the run with what is no exception of the simulated language: a caller's mistake, or an error of JavaScript. The thread is unwound,
   * and whatever it does on its way out cannot hide the error.
   */
  crash(error: unknown): never {
    this.finish({ kind: "raised", exception: error });
    if (error instanceof InterloopError) this.#mistake ??= error;
    throw error;
  }
  #mistake: InterloopError | null = null;

  /**
   * Waiting, where it is nothing but a jump of the clock: nobody watches, no other thread can run, and none will before the deadline.
   * @param deadline on the virtual clock, in seconds
   * @returns false when the thread must wait in earnest
   */
  jump(deadline: number): boolean {
    if (this.credit <= AT_ONCE || this.#ready.length > 1 || this.observer !== null || deadline > this.#maxTime)
      return false;
    if (this.threads.length > 1 && nextDeadline(this.threads) <= deadline) return false;
    this.credit--;
    if (deadline > this.now) this.now = deadline;
    return true;
  }

  /** Stops all threads but the running one for good, wherever they are; none is unwound. */
  stopOthers(): void {
    for (const thread of this.threads) if (thread !== this.thread) this.#retire(thread);
  }

  /** Lets time pass while a thread goes on: work that takes `seconds`, which is not negative. */
  elapse(seconds: number): void {
    const to = this.now + seconds;
    if (to > this.#maxTime) this.finish({ kind: "time limit", limit: this.#maxTime });
    this.#moveClock(to);
  }

  /**
   * Runs until an ending. The kernel is the current one meanwhile.
   * @throws UsageError and KernelBug as they come; the program's own exceptions are endings
   */
  run(): Ending {
    const before = enter(this);
    try {
      this.#until(null);
      if (this.#mistake !== null) throw this.#mistake;
      return this.ending as unknown as Ending;
    } finally {
      enter(before);
    }
  }

  /**
   * Does the running thread's next operation in the middle of a plain function, such as one that begins an eager task: the others run from here.
   * @throws UsageError when a thread that did so before is to go on first; `Abandoned` when the run has ended
   */
  pause(operation: Operation): void {
    const thread = this.thread as Thread;
    this.#await(thread, operation);
    this.#paused.push(thread);
    if (!this.#until(thread)) throw new Abandoned();
    this.#paused.pop();
    this.#goOn(thread);
  }
  readonly #paused: Thread[] = [];

  /** Runs threads until it is the given one's turn. @returns false when the run has ended before */
  #until(thread: Thread | null): boolean {
    while (this.ending === null) {
      const next = this.#pick();
      if (next === null) {
        if (this.ending === null) this.finish(endingOfAll(this.threads, (object) => this.label(object)));
      } else if (thread !== null && next === thread) return true;
      else if (thread !== null && this.#paused.includes(next)) throw pausedTwice(next, thread);
      else this.#step(next);
    }
    return false;
  }

  /** A thread is about to do the operation that it stood before. */
  #goOn(thread: Thread): void {
    const gate = thread.pending?.gate;
    if (gate !== null && gate !== undefined) remove(gate.waiters, thread);
    if (this.#follower !== null) this.#follower.step(thread);
    if (this.observer !== null) noteStep(this, thread);
    thread.waited = false;
    thread.pending = null;
    thread.deadline = Infinity;
    this.thread = thread;
  }

  /** Resumes one thread up to its next visible operation. */
  #step(thread: Thread): void {
    this.#goOn(thread);
    let step: IteratorResult<Operation, unknown>;
    try {
      step = thread.body.next();
    } catch (error) {
      // What is no mistake of a caller and was not caught by any mirrored room is the program's own failure, such as an assertion of JavaScript.
      if (error instanceof InterloopError) throw error;
      this.finish({ kind: "raised", exception: error });
      return;
    }
    if (this.undriven !== "") this.complain();
    if (step.done === true) this.#retire(thread);
    else if (this.ending === null) this.#await(thread, step.value);
  }

  /** Takes note of what a thread is about to do, and whether it must wait for it. */
  #await(thread: Thread, operation: Operation): void {
    if (!(operation instanceof Operation)) throw strayYield(thread, operation);
    if (this.#watching) {
      this.credit = 0;
      if (this.#steps < this.#maxSteps) this.#steps++;
      else this.finish({ kind: "step limit", limit: this.#maxSteps });
    } else if (--this.credit < 0) {
      this.credit = 0;
      this.finish({ kind: "step limit", limit: this.#maxSteps });
    }
    thread.pending = operation;
    const gate = operation.gate;
    if (gate === null) return;
    gate.waiters.push(thread);
    thread.expired = false;
    if (gate.open) return;
    if (thread.deadline <= this.now) {
      thread.expired = true;
      return;
    }
    thread.state = BLOCKED;
    thread.waited = true;
    remove(this.#ready, thread);
    if (this.observer !== null) noteWait(this, thread);
  }

  /** The thread that goes next, after as much time as must pass; `null` when none can. */
  #pick(): Thread | null {
    const ready = this.#ready;
    for (;;) {
      if (ready.length === 0) {
        if (!this.#advance()) return null;
        continue;
      }
      if (!this.#watching) return (this.#couldGoOn() ? this.thread : ready[0]) as Thread;
      const chosen = this.#chooseThread();
      if (chosen !== null || this.ending !== null) return chosen;
      this.#expireNext(nextLag(this.threads, this.now));
    }
  }

  /** Whether the thread that ran last has not been stopped since: it is the default's choice, and another one preempts it. */
  #couldGoOn(): boolean {
    const last = this.thread;
    return last !== null && last.state === READY && !last.waited;
  }

  /** Asks who goes next. @returns `null` when time passes first, or when the chooser gave up */
  #chooseThread(): Thread | null {
    const ready = this.#ready;
    const goesOn = this.#couldGoOn();
    const timePasses = this.#lagging && nextLag(this.threads, this.now) <= this.#maxTime;
    const first = (goesOn ? this.thread : ready[0]) as Thread;
    if (ready.length === 1 && !timePasses) return first;
    const count = offer(this.#point.threads, first, ready, timePasses);
    this.#point.preempts = goesOn;
    const way = this.#ask("thread", count);
    if (way < 0) return null;
    if (way === 0) return first;
    const chosen = this.#point.threads[way] as Thread | null;
    this.decisions.push(this.#point.index - 1, chosen === null ? TIME_PASSES : chosen.id);
    if (goesOn && chosen !== null) this.preemptions++;
    if (this.observer !== null && chosen !== null && goesOn) {
      this.observer.note("thread.preempt", first.activity, { to: chosen.id });
    }
    return chosen;
  }

  #ask(kind: ChoiceKind, count: number): number {
    const point = this.#point;
    const chooser = this.#chooser;
    if (chooser === null) return 0;
    point.kind = kind;
    point.count = count;
    const way = chooser.choose(point, this);
    point.index++;
    if (way < 0) {
      if (chooser.abandon === undefined) throw new KernelBug("a chooser gave up without saying why");
      this.finish(chooser.abandon());
    } else if (way >= count) {
      throw new KernelBug(`choice ${String(way)} of ${String(count)}`);
    }
    return way;
  }

  /** Nobody can run: time passes to the next deadline. @returns false when there is none, or it is too far */
  #advance(): boolean {
    const earliest = nextDeadline(this.threads);
    if (earliest === Infinity) return false;
    if (earliest > this.#maxTime) {
      this.finish({ kind: "time limit", limit: this.#maxTime });
      return false;
    }
    let at = earliest;
    if (this.#watching && this.tick > 0) {
      const near = nearDeadlines(this.threads, earliest);
      at = near[this.choose("clock", near.length)] ?? earliest;
    }
    this.#expireNext(at);
    return this.ending === null;
  }

  /** Moves the clock to a deadline and makes ready whoever waited until then. */
  #expireNext(at: number): void {
    const last = this.thread;
    // It is no thread's doing, and the trace says so.
    this.thread = null;
    this.#moveClock(at);
    this.thread = last;
  }

  /** Makes ready whose deadlines have come, the earliest first and equal ones in order of creation. */
  #moveClock(to: number): void {
    if (to > this.now) this.now = to;
    const cause = this.observer === null ? 0 : this.observer.note("clock.advance", 0, {});
    for (const thread of dueThreads(this.threads, this.now)) {
      thread.state = READY;
      thread.expired = true;
      thread.wokenBy = cause;
      this.#ready.push(thread);
    }
  }

  #retire(thread: Thread): void {
    thread.state = DONE;
    remove(this.#ready, thread);
  }
}
