/** `asyncio.Barrier` (3.11 and later). CPython has it in `asyncio.locks`. */
import { AttributeError, ValueError } from "../builtins/exceptions.js";
import { define_classes } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { Coroutine } from "./awaitable.js";
import { Condition } from "./condition.js";
import { BrokenBarrierError } from "./exceptions.js";
import { _name_methods, _state_repr } from "./locks.js";
import { _LoopBoundMixin } from "./mixins.js";

type State = "filling" | "draining" | "resetting" | "broken";

/** @throws AttributeError before 3.11 */
function check_available(): object {
  if (interpreter().profile.barrier) return {};
  throw new AttributeError("module 'asyncio' has no attribute 'Barrier'");
}

/** Lets tasks wait for each other, until a number of them are there. Mirrors `asyncio.Barrier`. */
export class Barrier extends _LoopBoundMixin {
  private readonly _cond: Condition;
  private readonly _parties: number;
  private _state: State = "filling";
  private _count = 0;

  /**
   * @param parties how many tasks it waits for
   * @throws ValueError `parties must be > 0`, from 3.14 on `parties must be >= 1`; AttributeError before 3.11
   */
  constructor(parties: number) {
    super(check_available());
    if (parties < 1) {
      throw new ValueError(`parties must be ${interpreter().profile.barrierCountsFromOne ? ">= 1" : "> 0"}`);
    }
    this._cond = new Condition();
    this._parties = parties;
  }

  /** How many tasks it waits for. */
  get parties(): number {
    return this._parties;
  }

  /** How many tasks wait for the others; 0 while they leave. */
  get n_waiting(): number {
    return this._state === "filling" ? this._count : 0;
  }

  /** Whether `abort` was called, and no `reset` since. */
  get broken(): boolean {
    return this._state === "broken";
  }

  /**
   * Waits until as many tasks wait as there are parties. Those who come while these leave wait for the next turn.
   * @returns how many came before this one; the last one to come goes on first, without waiting
   * @throws BrokenBarrierError `Abort or reset of barrier` to those who wait then, and `Barrier aborted` to who comes later
   */
  *wait(): Coroutine<number> {
    yield* this._cond.acquire();
    try {
      yield* this._block();
      try {
        const index = this._count++;
        if (index + 1 === this._parties) this._release();
        else yield* this._wait();
        return index;
      } finally {
        this._count--;
        this._exit();
      }
    } finally {
      this._cond.release();
    }
  }

  /** Waits while others leave. */
  private *_block(): Coroutine<void> {
    yield* this._cond.wait_for(() => this._state !== "draining" && this._state !== "resetting");
    if (this._state === "broken") throw new BrokenBarrierError("Barrier aborted");
  }

  private _release(): void {
    this._state = "draining";
    this._cond.notify_all();
  }

  private *_wait(): Coroutine<void> {
    yield* this._cond.wait_for(() => this._state !== "filling");
    if (this._state === "broken" || this._state === "resetting") {
      throw new BrokenBarrierError("Abort or reset of barrier");
    }
  }

  /** The last one to leave lets in those who came meanwhile. */
  private _exit(): void {
    if (this._count !== 0) return;
    if (this._state === "resetting" || this._state === "draining") this._state = "filling";
    this._cond.notify_all();
  }

  /** Empties the barrier: those who wait get a BrokenBarrierError. It ends being broken. */
  *reset(): Coroutine<void> {
    yield* this._cond.acquire();
    this._state = this._count > 0 ? "resetting" : "filling";
    this._cond.notify_all();
    this._cond.release();
  }

  /** Breaks the barrier: those who wait, and those who come before a `reset`, get a BrokenBarrierError. */
  *abort(): Coroutine<void> {
    yield* this._cond.acquire();
    this._state = "broken";
    this._cond.notify_all();
    this._cond.release();
  }

  /**
   * Python's `async with barrier as index:`; at the end of the block nothing happens.
   * @param body the block; it is given what `wait` returns
   * @returns what the block returns
   */
  *with<T>(body: (index: number) => Coroutine<T>): Coroutine<T> {
    return yield* body(yield* this.wait());
  }

  __repr__(): string {
    const waiting = this.broken ? "" : `, waiters:${String(this.n_waiting)}/${String(this.parties)}`;
    return _state_repr(this, this._state + waiting);
  }
}

define_classes("asyncio.locks", { Barrier });
_name_methods(Barrier, "wait", "reset", "abort");
