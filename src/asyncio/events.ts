/** Mirrors `asyncio.events`: handles, and which loop is running or set in a thread. */
import { RuntimeError } from "../builtins/exceptions.js";
import { threadState } from "../interpreter/state.js";
import type { BaseEventLoop } from "./base_events.js";
import { _get_event_loop_policy } from "./policies.js";

export { Handle, TimerHandle } from "./handle.js";

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
 * The running loop; outside of one, what the event loop policy has for the thread: the loop that was set. In the main thread, where none was ever set, Python up
 * to 3.13 makes one.
 * @throws RuntimeError `There is no current event loop in thread 'NAME'.`
 */
export function get_event_loop(): BaseEventLoop {
  const running = threadState().runningLoop;
  return running === null ? _get_event_loop_policy().get_event_loop() : (running as BaseEventLoop);
}

/**
 * Sets the calling thread's loop; `null` for none.
 * @throws TypeError when it is something else
 */
export function set_event_loop(loop: BaseEventLoop | null): void {
  _get_event_loop_policy().set_event_loop(loop);
}

/** A new loop, which is neither running nor set. */
export function new_event_loop(): BaseEventLoop {
  return _get_event_loop_policy().new_event_loop();
}
