/** Mirrors `asyncio.events`: handles, and which loop is running or set in a thread. */
import { AssertionError, RuntimeError, TypeError } from "../builtins/exceptions.js";
import { repr, type_name } from "../builtins/repr.js";
import { interpreter, threadState } from "../interpreter/state.js";
import { current_thread, main_thread } from "../threading/thread.js";
import type { BaseEventLoop } from "./base_events.js";

export { Handle, TimerHandle } from "./handle.js";

/** How a loop is made: set by the module that has the class, so that this one need not import it. */
let makeLoop: (() => BaseEventLoop) | null = null;

/** @internal */
export function _install_loop_factory(make: () => BaseEventLoop): void {
  makeLoop = make;
}

/**
 * The loop that runs in the calling thread.
 * @throws RuntimeError `no running event loop`
 */
export function get_running_loop(): BaseEventLoop {
  const loop = threadState().runningLoop;
  if (loop === null) throw new RuntimeError("no running event loop");
  return loop as BaseEventLoop;
}

/** The loop that runs in the calling thread, or `null`. */
export function _get_running_loop(): BaseEventLoop | null {
  return threadState().runningLoop as BaseEventLoop | null;
}

/** @internal */
export function _set_running_loop(loop: BaseEventLoop | null): void {
  threadState().runningLoop = loop;
}

/**
 * The running loop; outside of one, the loop that was set for the thread. In the main thread, where none was ever set, Python up to 3.13 makes one.
 * @throws RuntimeError `There is no current event loop in thread 'NAME'.`
 */
export function get_event_loop(): BaseEventLoop {
  const state = threadState();
  if (state.runningLoop !== null) return state.runningLoop as BaseEventLoop;
  const run = interpreter();
  if (state.policyLoop === null && !state.policyLoopSet && run.profile.getEventLoopCreates) {
    if (current_thread() === main_thread()) {
      if (run.profile.getEventLoopWarns) run.warn("DeprecationWarning", "There is no current event loop");
      set_event_loop(new_event_loop());
    }
  }
  if (state.policyLoop === null) {
    throw new RuntimeError(`There is no current event loop in thread ${repr(current_thread().name)}.`);
  }
  return state.policyLoop as BaseEventLoop;
}

/**
 * Sets the calling thread's loop; `null` for none.
 * @throws TypeError when it is something else
 */
export function set_event_loop(loop: BaseEventLoop | null): void {
  if (loop !== null && typeof (loop as Partial<BaseEventLoop>).call_soon !== "function") {
    if (!interpreter().profile.setEventLoopTypeError) throw new AssertionError();
    throw new TypeError(`loop must be an instance of AbstractEventLoop or None, not '${type_name(loop)}'`);
  }
  const state = threadState();
  state.policyLoop = loop;
  state.policyLoopSet = true;
}

/** A new loop, which is neither running nor set. */
export function new_event_loop(): BaseEventLoop {
  return (makeLoop as () => BaseEventLoop)();
}
