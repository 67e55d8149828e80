/** Event loop policies: what decides which loop a thread has. CPython has them in `asyncio.events` and `asyncio.unix_events`; 3.14 deprecates them. */
import { AssertionError, NotImplementedError, RuntimeError, TypeError } from "../builtins/exceptions.js";
import { define_classes, repr, type_name } from "../builtins/repr.js";
import { interpreter, threadState, type ThreadState } from "../interpreter/state.js";
import { RunLocal } from "../kernel/current.js";
import { current_thread, main_thread } from "../threading/thread.js";
import type { BaseEventLoop } from "./base_events.js";

/** How a loop is made: set by the module that has the class, so that this one need not import it. */
let makeLoop: (() => BaseEventLoop) | null = null;

/** @internal */
export function _install_loop_factory(make: () => BaseEventLoop): void {
  makeLoop = make;
}

function warn_deprecated(name: string): void {
  const run = interpreter();
  if (!run.profile.policiesDeprecated) return;
  run.warn("DeprecationWarning", `'asyncio.${name}' is deprecated and slated for removal in Python 3.16`);
}

/** What a policy must be able to do. */
export class AbstractEventLoopPolicy {
  /** @internal */
  constructor() {
    if (new.target === AbstractEventLoopPolicy) warn_deprecated("AbstractEventLoopPolicy");
  }

  /** The calling thread's loop. */
  get_event_loop(): BaseEventLoop {
    throw new NotImplementedError();
  }

  /** Sets it. */
  set_event_loop(_loop: BaseEventLoop | null): void {
    throw new NotImplementedError();
  }

  /** A new loop. */
  new_event_loop(): BaseEventLoop {
    throw new NotImplementedError();
  }
}

/** The policy of Unix: each thread has the loop that was set for it; the main thread gets one by itself up to 3.13. */
export class DefaultEventLoopPolicy extends AbstractEventLoopPolicy {
  /** The loop of each thread for which one was set, or none. */
  readonly #loops = new WeakMap<ThreadState, BaseEventLoop | null>();

  /** @internal */
  constructor(by_library = false) {
    super();
    if (!by_library) warn_deprecated("DefaultEventLoopPolicy");
  }

  /** @throws RuntimeError `There is no current event loop in thread …` */
  override get_event_loop(): BaseEventLoop {
    const state = threadState();
    const run = interpreter();
    if (!this.#loops.has(state) && run.profile.getEventLoopCreates && current_thread() === main_thread()) {
      if (run.profile.getEventLoopWarns) run.warn("DeprecationWarning", "There is no current event loop");
      this.set_event_loop(this.new_event_loop());
    }
    const loop = this.#loops.get(state) ?? null;
    if (loop !== null) return loop;
    throw new RuntimeError(`There is no current event loop in thread ${repr(current_thread().name)}.`);
  }

  /** @throws TypeError when it is something else */
  override set_event_loop(loop: BaseEventLoop | null): void {
    if (loop !== null && typeof (loop as Partial<BaseEventLoop>).call_soon !== "function") {
      if (!interpreter().profile.setEventLoopTypeError) throw new AssertionError();
      throw new TypeError(`loop must be an instance of AbstractEventLoop or None, not '${type_name(loop)}'`);
    }
    this.#loops.set(threadState(), loop);
  }

  override new_event_loop(): BaseEventLoop {
    return (makeLoop as () => BaseEventLoop)();
  }
}

/** The policy of a run; `null` until one is asked for. */
class Policy {
  current: AbstractEventLoopPolicy | null = null;
}

const policies = new RunLocal(() => new Policy());

/** The policy that counts. @internal */
export function _get_event_loop_policy(): AbstractEventLoopPolicy {
  const policy = policies.get();
  return (policy.current ??= new DefaultEventLoopPolicy(true));
}

/** The policy that counts: a DefaultEventLoopPolicy unless another one was set. Deprecated from 3.14 on, which warns. */
export function get_event_loop_policy(): AbstractEventLoopPolicy {
  warn_deprecated("get_event_loop_policy");
  return _get_event_loop_policy();
}

/**
 * Sets the policy that counts. Deprecated from 3.14 on, which warns.
 * @param policy `null` for a new DefaultEventLoopPolicy
 * @throws TypeError when it is something else
 */
export function set_event_loop_policy(policy: AbstractEventLoopPolicy | null): void {
  warn_deprecated("set_event_loop_policy");
  if (policy !== null && !(policy instanceof AbstractEventLoopPolicy)) {
    if (!interpreter().profile.setEventLoopTypeError) throw new AssertionError();
    const name = type_name(policy);
    throw new TypeError(`policy must be an instance of AbstractEventLoopPolicy or None, not '${name}'`);
  }
  policies.get().current = policy;
}

define_classes("asyncio.events", { AbstractEventLoopPolicy });
define_classes("asyncio.unix_events", { _UnixDefaultEventLoopPolicy: DefaultEventLoopPolicy });
