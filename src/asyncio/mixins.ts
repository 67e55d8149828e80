/** Mirrors `asyncio.mixins`: which loop a lock or queue belongs to. */
import { AttributeError, RuntimeError, TypeError } from "../builtins/exceptions.js";
import { repr, type_name } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { BaseEventLoop } from "./base_events.js";
import { _get_running_loop, get_event_loop } from "./events.js";
import type { Future } from "./futures.js";
import { _warn_of_loop } from "./loop_argument.js";

/** The keyword argument that locks and queues had up to 3.9. */
export interface LoopOptions {
  /**
   * The loop to belong to; `get_event_loop()` unless told. Deprecated in 3.8 and 3.9, which say so on standard error; an error in later versions,
   * where a lock or queue belongs to the loop in which somebody first has to wait.
   */
  readonly loop?: BaseEventLoop | null;
}

/** What belongs to one loop: up to 3.9 from the beginning, later from the first time that somebody has to wait. */
export class _LoopBoundMixin {
  /** @internal */
  _loop: BaseEventLoop | null = null;

  /** @internal */
  constructor(options: LoopOptions) {
    const { profile } = interpreter();
    const { loop } = options;
    if (profile.bindsAtConstruction) this._loop = loop ?? get_event_loop();
    else if (loop !== undefined) this._refuse_loop(profile.loopArgumentTold);
    if (loop) _warn_of_loop();
  }

  private _refuse_loop(told: boolean): never {
    const name = type_name(this);
    if (!told) throw new TypeError(`${name}.__init__() got an unexpected keyword argument 'loop'`);
    throw new TypeError(`As of 3.10, the *loop* parameter was removed from ${name}() since it is no longer necessary`);
  }

  /**
   * A future for somebody who waits.
   * @throws RuntimeError `… is bound to a different event loop` (3.10 and later)
   * @internal
   */
  _waiter<T>(): Future<T> {
    return this._get_loop().create_future<T>();
  }

  /** @internal */
  _get_loop(): BaseEventLoop {
    if (this._loop !== null && interpreter().profile.bindsAtConstruction) return this._loop;
    const loop = _get_running_loop();
    this._loop ??= loop;
    if (loop !== this._loop) throw new RuntimeError(`${repr(this)} is bound to a different event loop`);
    if (loop === null) throw new AttributeError("'NoneType' object has no attribute 'create_future'");
    return loop;
  }
}
