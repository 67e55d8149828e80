/**
 * Mirrors what of Python's `signal` a simulation can have: handlers, and signals that the main thread sends to itself, which are handled within `raise_signal`.
 * A signal's number is a plain number here. What would come from outside of the program, or end its process, is refused.
 */
import { KeyboardInterrupt, OSError, TypeError, ValueError } from "./builtins/exceptions.js";
import { interpreter } from "./interpreter/state.js";
import { current, RunLocal } from "./kernel/current.js";
import { UsageError } from "./kernel/errors.js";
import { type Blocking, isBlocking } from "./kernel/traps.js";

export const SIGHUP = 1;
export const SIGINT = 2;
export const SIGQUIT = 3;
export const SIGKILL = 9;
export const SIGUSR1 = 10;
export const SIGUSR2 = 12;
export const SIGPIPE = 13;
export const SIGALRM = 14;
export const SIGTERM = 15;
export const SIGCHLD = 17;
export const SIGSTOP = 19;

/** One more than the highest number of a signal. */
export const NSIG = 65;

/** What can stand in place of a handler. */
class Handlers {
  readonly name: string;
  readonly value: number;

  constructor(name: string, value: number) {
    this.name = name;
    this.value = value;
  }

  __repr__(): string {
    return `<Handlers.${this.name}: ${String(this.value)}>`;
  }

  __str__(): string {
    return interpreter().profile.signalEnumsAreNumbers ? String(this.value) : `Handlers.${this.name}`;
  }
}
export type { Handlers };

/** What the system does of itself. */
export const SIG_DFL = new Handlers("SIG_DFL", 0);
/** Nothing. */
export const SIG_IGN = new Handlers("SIG_IGN", 1);

/** Python's `handler(signum, frame)`; there are no frames here. */
export type SignalHandler = (signum: number, frame: null) => Blocking<unknown> | void;

/** @throws KeyboardInterrupt what SIGINT does unless another handler is set */
export const default_int_handler = Object.assign(
  function default_int_handler(_signum: number, _frame: null): never {
    throw new KeyboardInterrupt();
  },
  { __repr__: () => "<built-in function default_int_handler>" },
);

/** What a run has of signals. */
class Signals {
  readonly handlers = new Map<number, SignalHandler | Handlers>([
    [SIGINT, default_int_handler],
    [SIGPIPE, SIG_IGN],
  ]);
  /** Who hears of signals that have a handler, before it is called: the loop whose self-pipe is the wake-up descriptor. */
  listener: ((signum: number) => void) | null = null;
}

const signals = new RunLocal(() => new Signals());

function check_number(signum: number): void {
  if (!Number.isInteger(signum)) throw new TypeError(`an integer is required`);
  if (signum < 1 || signum >= NSIG) throw new ValueError("signal number out of range");
}

function in_main_thread(): boolean {
  return current().thread?.id === 0;
}

function check_main_thread(): void {
  if (in_main_thread()) return;
  const named = interpreter().profile.signalNamesInterpreter ? " of the main interpreter" : "";
  throw new ValueError(`signal only works in main thread${named}`);
}

/**
 * The handler of a signal.
 * @param signum its number
 * @throws ValueError `signal number out of range`
 */
export function getsignal(signum: number): SignalHandler | Handlers {
  check_number(signum);
  return signals.get().handlers.get(signum) ?? SIG_DFL;
}

/**
 * Sets the handler of a signal.
 * @param signum its number
 * @param handler a function, `SIG_IGN` or `SIG_DFL`
 * @returns the one before
 * @throws ValueError in another thread than the main one, or for a wrong number; TypeError for a wrong handler; OSError for SIGKILL and SIGSTOP
 */
export function signal(signum: number, handler: SignalHandler | Handlers): SignalHandler | Handlers {
  check_main_thread();
  if (!(handler instanceof Handlers) && typeof handler !== "function") {
    throw new TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  const before = getsignal(signum);
  if (signum === SIGKILL || signum === SIGSTOP) throw new OSError(22, "Invalid argument");
  signals.get().handlers.set(signum, handler);
  return before;
}

/**
 * Sends a signal to the program itself. Its handler runs before this call returns, and what it raises leaves the call.
 * @param signum its number
 * @throws OSError `[Errno 22] Invalid argument` for a wrong number
 * @throws UsageError in another thread than the main one, and where the system would end or stop the process
 */
export function raise_signal(signum: number): Blocking<void> {
  current().calls("signal.raise_signal(…)");
  return raising(signum);
}

function* raising(signum: number): Blocking<void> {
  current().undriven = "";
  if (signum < 0 || signum >= NSIG) throw new OSError(22, "Invalid argument");
  if (!in_main_thread()) {
    throw new UsageError(
      "signal.raise_signal() in another thread than the main one: CPython handles it at some later instruction of the main thread, which the simulation does not have",
    );
  }
  const handler = getsignal(signum);
  if (handler === SIG_IGN || (handler === SIG_DFL && signum === SIGCHLD)) return;
  if (handler instanceof Handlers) {
    throw new UsageError(
      `signal ${String(signum)} has no handler and would end or stop the process, which is not simulated: set one with signal.signal() first`,
    );
  }
  signals.get().listener?.(signum);
  const result: unknown = handler(signum, null);
  if (isBlocking(result)) yield* result;
}

/**
 * Says who hears of signals besides their handlers, as `set_wakeup_fd` does for a loop's self-pipe.
 * @throws ValueError in another thread than the main one
 * @internal
 */
export function _set_listener(listener: ((signum: number) => void) | null): void {
  if (!in_main_thread()) {
    const named = interpreter().profile.signalNamesInterpreter ? " of the main interpreter" : "";
    throw new ValueError(`set_wakeup_fd only works in main thread${named}`);
  }
  signals.get().listener = listener;
}
