/**
 * A `with` statement in two parts. Mirrored classes have it as a method that takes the block; here the block stands still while the manager is
 * entered, so that an exit stack can end it later.
 */
import type { Coroutine } from "../interpreter/awaiting.js";
import type { Blocking } from "../kernel/traps.js";
import type { Opened, Suppresses } from "./managers.js";

type Steps = Generator<unknown, unknown, unknown>;
type Step = IteratorResult<unknown, unknown>;

/** What the block sends when it stands still: it is told from everything else by being this very object. */
const still: Step = { done: false, value: null };

/** The block: it sends `still` once, and ends by what it is resumed with. */
export class StandingStill implements Iterator<unknown, void, unknown> {
  #begun = false;

  next(): IteratorResult<unknown, void> {
    if (this.#begun) return { done: true, value: undefined };
    this.#begun = true;
    return still as IteratorResult<unknown, void>;
  }

  throw(error: unknown): IteratorResult<unknown, void> {
    throw error;
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** Resumes a generator until it stands still, which gives true, or is at its end: false. What it sends on the way goes on as it is. */
export class Part implements Iterator<unknown, unknown, unknown> {
  readonly #steps: Steps;
  readonly #first: () => Step;
  #begun = false;

  constructor(steps: Steps, first: () => Step) {
    this.#steps = steps;
    this.#first = first;
  }

  next(received: unknown): Step {
    const step = this.#begun ? this.#steps.next(received) : this.#first();
    this.#begun = true;
    return ended(step);
  }

  throw(error: unknown): Step {
    return ended(this.#steps.throw(error));
  }

  [Symbol.iterator](): this {
    return this;
  }
}

function ended(step: Step): Step {
  if (step === still) return { done: true, value: true };
  return step.done === true ? { done: true, value: false } : step;
}

/** The statement as a method. */
interface WithMethod {
  readonly with: unknown;
}

type Method = (body: (value: unknown) => Steps) => Steps;

function* begin<T>(manager: WithMethod): Generator<unknown, Opened<T, Steps>, unknown> {
  let value: unknown;
  const steps = (manager.with as Method).call(manager, function* (entered) {
    value = entered;
    yield* new StandingStill();
  });
  yield* new Part(steps, () => steps.next());
  return {
    value: value as T,
    *exit(error): Steps {
      try {
        yield* new Part(steps, () => (error === null ? steps.next() : steps.throw(error)));
      } catch (raised) {
        if (raised === error) return false;
        throw raised;
      }
      return error !== null;
    },
  };
}

/** Enters what has the statement as a method. */
export const Entered = {
  sync<T>(manager: WithMethod): Blocking<Opened<T, Blocking<Suppresses>>> {
    return begin<T>(manager) as unknown as Blocking<Opened<T, Blocking<Suppresses>>>;
  },
  async<T>(manager: WithMethod): Coroutine<Opened<T, Coroutine<Suppresses>>> {
    return begin<T>(manager) as unknown as Coroutine<Opened<T, Coroutine<Suppresses>>>;
  },
};
