/**
 * The exhaustive strategy: every schedule once, depth first, by running the program again for each.
 *
 * The choices of the present execution are kept in a stack of frames. An execution takes the frames' choices as long as there
 * are any and the default's after them; at its end the deepest frame with a way left takes that one, and the frames below it go. So memory grows with
 * the length of a run and not with the number of runs.
 *
 * A program has far more schedules than anybody can wait for, and most errors need few preemptions. So the tree is searched in phases: first
 * all schedules without a preemption, then those with up to 1, with up to 2, then all (iterative context bounding: Musuvathi and Qadeer, PLDI 2007). A
 * phase runs the schedules of the one before again, and does not count them: each schedule counts in the phase where it is new.
 * When a phase has left nothing out, the next ones are not needed.
 */
import type { ChoiceKind } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import { TIME_PASSES } from "../kernel/kernel.js";
import type { ChoiceFigures, Plan, PlanningStrategy, RunFigures } from "./figures.js";
import { ways } from "./replay.js";
import type { Advance } from "./strategy.js";

/** One choice point of the present execution. Frames are used again, so that an execution makes none. */
class Frame {
  kind: ChoiceKind = "thread";
  count = 0;
  /** The threads that could be chosen, by number; {@link TIME_PASSES} for time. */
  readonly ids: number[] = [];
  /** The way that was taken. */
  way = 0;
  /** Whether the bound forbids the ways that would preempt. */
  bounded = false;

  /** Takes on what there is to choose from. */
  fill(point: ChoiceFigures, bounded: boolean): void {
    this.kind = point.kind;
    this.count = point.count;
    this.way = 0;
    this.bounded = bounded;
    const { threads } = point;
    this.ids.length = threads.length;
    for (let at = 0; at < threads.length; at++) this.ids[at] = threads[at]?.id ?? TIME_PASSES;
  }

  /** Whether a choice point has the same ways as this one had before. */
  same(point: ChoiceFigures): boolean {
    const { threads } = point;
    const { ids } = this;
    if (this.kind !== point.kind || this.count !== point.count || ids.length !== threads.length) return false;
    for (let at = 0; at < ids.length; at++) {
      if (ids[at] !== (threads[at]?.id ?? TIME_PASSES)) return false;
    }
    return true;
  }

  /** Goes on to the next way. @returns false when there is none */
  next(): boolean {
    const way = this.after(this.way);
    if (way < 0) return false;
    this.way = way;
    return true;
  }

  /** The way that comes after another one; -1 for none. */
  after(before: number): number {
    // Where preempting is forbidden, only the default and the passing of time, which is the last way, are left.
    const way = this.bounded && this.ids[this.count - 1] === TIME_PASSES && before === 0 ? this.count - 1 : before + 1;
    return way >= this.count || (this.bounded && this.ids[way] !== TIME_PASSES) ? -1 : way;
  }

  /** How many of its ways may be taken. */
  get allowed(): number {
    if (!this.bounded) return this.count;
    return this.ids[this.count - 1] === TIME_PASSES ? 2 : 1;
  }

  describe(): string {
    const names = this.ids.map((id) => (id === TIME_PASSES ? "time" : `t${String(id)}`));
    return this.kind === "thread" ? names.join(" or ") : `one of ${String(this.count)} (${this.kind})`;
  }
}

/** Bounds that are tried before all schedules are. */
const FIRST_BOUNDS: readonly number[] = [0, 1, 2];

export class ExhaustiveStrategy implements PlanningStrategy {
  readonly name = "exhaustive";
  readonly #bounds: readonly number[];
  #phase = 0;
  #bound: number;
  /** Schedules with this many preemptions or fewer were counted in an earlier phase. */
  #counted = -1;
  /** Whether the present phase has left something out. */
  #pruned = false;
  readonly #frames: Frame[] = [];
  /** How many frames are in use. */
  #length = 0;
  /** How many choices the present execution has made. */
  #depth = 0;
  #begun = false;
  #clash: Ending | null = null;

  /** @param preemptions how many preemptions a schedule may have; `Infinity` for any number */
  constructor(preemptions = Infinity) {
    this.#bounds = [...FIRST_BOUNDS.filter((bound) => bound < preemptions), preemptions];
    this.#bound = this.#bounds[0] as number;
  }

  begin(): boolean {
    if (this.#clash !== null) return false;
    if (this.#begun && !this.#backtrack() && !this.#deepen()) return false;
    this.#begun = true;
    this.#depth = 0;
    return true;
  }

  choose(point: ChoiceFigures, run: Pick<RunFigures, "preemptions">): number {
    const depth = this.#depth++;
    let frame = this.#frames[depth];
    if (depth < this.#length) {
      if ((frame as Frame).same(point)) return (frame as Frame).way;
      this.#clash = {
        kind: "nondeterminism",
        choice: point.index,
        before: (frame as Frame).describe(),
        now: point.kind === "thread" ? ways(point).join(" or ") : `one of ${String(point.count)} (${point.kind})`,
      };
      return -1;
    }
    if (frame === undefined) this.#frames.push((frame = new Frame()));
    const bounded = point.preempts && run.preemptions >= this.#bound;
    // A way that would preempt is among the ways unless the default and the passing of time are all.
    if (bounded && !(point.count === 2 && point.threads[1] === null)) this.#pruned = true;
    frame.fill(point, bounded);
    this.#length = depth + 1;
    return 0;
  }

  abandon(): Ending {
    return this.#clash as Ending;
  }

  end(run: RunFigures, ending: Ending): Ending | null {
    if (this.#depth < this.#length && this.#clash === null) this.#clash = this.#missing();
    if (this.#clash !== null) return this.#clash;
    return run.preemptions > this.#counted ? ending : null;
  }

  cut(): string | null {
    if (this.#clash !== null) return "the search was given up";
    if (!this.#pruned) return null;
    const bound = String(this.#bound);
    return `schedules with more than ${bound} preemption${this.#bound === 1 ? "" : "s"} were left out`;
  }

  advance(): Advance {
    const bound = this.#bound;
    const phase = bound === Infinity ? "all schedules" : `up to ${String(bound)} preemption${bound === 1 ? "" : "s"}`;
    let fraction = 0;
    let weight = 1;
    for (let at = 0; at < this.#length; at++) {
      const frame = this.#frames[at] as Frame;
      weight /= frame.allowed;
      fraction += (frame.bounded && frame.way > 0 ? 1 : frame.way) * weight;
    }
    return { phase, fraction };
  }

  planned(): Plan {
    return this.#plan(this.#length, null);
  }

  ahead(most: number): Plan[] {
    const plans: Plan[] = [];
    for (let depth = this.#length - 1; depth >= 0; depth--) {
      const frame = this.#frames[depth] as Frame;
      for (let way = frame.after(frame.way); way >= 0; way = frame.after(way)) {
        if (plans.length >= most) return plans;
        plans.push(this.#plan(depth + 1, way));
      }
    }
    return plans;
  }

  /**
   * @param length how many choices it has
   * @param last the way of the last one; null for the way that its frame has now
   */
  #plan(length: number, last: number | null): Plan {
    const ways: number[] = [];
    const decisions: number[] = [];
    for (let depth = 0; depth < length; depth++) {
      const frame = this.#frames[depth] as Frame;
      const way = last !== null && depth === length - 1 ? last : frame.way;
      ways.push(way);
      if (way > 0) decisions.push(depth, frame.kind === "thread" ? (frame.ids[way] as number) : -2 - way);
    }
    return { ways, decisions };
  }

  /** Gives the deepest choice that has a way left that way. @returns false when the phase is over */
  #backtrack(): boolean {
    while (this.#length > 0) {
      if ((this.#frames[this.#length - 1] as Frame).next()) return true;
      this.#length--;
    }
    return false;
  }

  /** Goes on to the next phase. @returns false when there is none, or nothing left for it */
  #deepen(): boolean {
    if (!this.#pruned || this.#phase + 1 >= this.#bounds.length) return false;
    this.#counted = this.#bound;
    this.#bound = this.#bounds[++this.#phase] as number;
    this.#pruned = false;
    return true;
  }

  /** A choice that was there before was not reached again. */
  #missing(): Ending {
    const before = (this.#frames[this.#depth] as Frame).describe();
    return { kind: "nondeterminism", choice: this.#depth, before, now: "not reached, since the run ends before it" };
  }
}
