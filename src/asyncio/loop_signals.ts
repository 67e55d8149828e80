/** What a loop does with signals: `add_signal_handler` and `remove_signal_handler`. CPython has it in `asyncio.unix_events`. */
import { RuntimeError, TypeError, ValueError } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import type { Blocking } from "../kernel/traps.js";
import {
  _set_listener,
  default_int_handler,
  NSIG,
  SIG_DFL,
  SIGINT,
  SIGKILL,
  SIGSTOP,
  signal,
  type SignalHandler,
} from "../signal.js";
import type { BaseEventLoop } from "./base_events.js";
import { Handle } from "./handle.js";
import { iscoroutine } from "./coroutines.js";

/** The handler that Python sets, so that a signal is written to the wake-up descriptor; it does nothing itself. */
const _sighandler_noop: SignalHandler = () => undefined;

/** The signals of one loop. @internal */
export class LoopSignals {
  readonly #loop: BaseEventLoop;
  readonly #handlers = new Map<number, Handle>();

  constructor(loop: BaseEventLoop) {
    this.#loop = loop;
    loop._pipe.handle_signal = (signum) => this.handle(signum);
  }

  add(sig: number, callback: (...args: never[]) => unknown, args: readonly unknown[]): void {
    if (iscoroutine(callback)) throw new TypeError("coroutines cannot be used with add_signal_handler()");
    const loop = this.#loop;
    check_signal(sig);
    loop._check_open();
    try {
      _set_listener((signum) => {
        loop._pipe.signal(loop._kernel, signum);
      });
    } catch (error) {
      if (error instanceof ValueError) throw new RuntimeError(error.args[0]);
      throw error;
    }
    const handle = new Handle(callback, args, loop, loop._vars(), null);
    this.#handlers.set(sig, handle);
    if (sig === SIGKILL || sig === SIGSTOP) {
      this.#handlers.delete(sig);
      if (this.#handlers.size === 0) _set_listener(null);
      throw new RuntimeError(`sig ${String(sig)} cannot be caught`);
    }
    signal(sig, _sighandler_noop);
  }

  remove(sig: number): boolean {
    check_signal(sig);
    if (!this.#handlers.delete(sig)) return false;
    signal(sig, sig === SIGINT ? default_int_handler : SIG_DFL);
    if (this.#handlers.size === 0) _set_listener(null);
    return true;
  }

  /** The loop is closed. */
  clear(): void {
    for (const sig of this.#handlers.keys()) this.remove(sig);
  }

  /** A signal was read from the self-pipe. */
  *handle(signum: number): Blocking<void> {
    const loop = this.#loop;
    const handle = this.#handlers.get(signum);
    if (handle === undefined) return;
    if (handle.cancelled()) {
      this.remove(signum);
      return;
    }
    loop._enqueue(handle);
    yield* loop._pipe.send(loop._kernel);
  }
}

function check_signal(sig: number): void {
  if (typeof sig !== "number") throw new TypeError(`sig must be an int, not ${repr(sig)}`);
  if (sig < 1 || sig >= NSIG || sig === 32 || sig === 33) throw new ValueError(`invalid signal number ${String(sig)}`);
}
