/** Draws programs from a seed, and shrinks those that show a difference. */
import fc from "fast-check";
import type { Statement } from "./kind.js";
import { Plan } from "./plan.js";
import type { Program } from "./program.js";

/** The random numbers as fast-check wants them: Jenkins's small fast generator, which can be copied. */
class Generator {
  #a = 0xf1ea5eed;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number) {
    this.#b = this.#c = this.#d = seed | 0;
    for (let round = 0; round < 20; round++) this.next();
  }

  next(): number {
    const e = (this.#a - ((this.#b << 27) | (this.#b >>> 5))) | 0;
    this.#a = this.#b ^ ((this.#c << 17) | (this.#c >>> 15));
    this.#b = (this.#c + this.#d) | 0;
    this.#c = (this.#d + e) | 0;
    this.#d = (e + this.#a) | 0;
    return this.#d;
  }

  clone(): Generator {
    const copy = new Generator(0);
    [copy.#a, copy.#b, copy.#c, copy.#d] = [this.#a, this.#b, this.#c, this.#d];
    return copy;
  }

  getState(): readonly number[] {
    return [this.#a, this.#b, this.#c, this.#d];
  }
}

/** A program, with what fast-check needs to shrink it. */
export type Drawn = fc.Value<Program>;

/**
 * The program of a number: the same for the same arbitrary on every machine.
 * @param arbitrary the grammar
 * @param seed the number
 */
export function draw(arbitrary: fc.Arbitrary<Program>, seed: number): Drawn {
  return arbitrary.generate(new fc.Random(new Generator(seed)), undefined);
}

/** Tells of several programs at once which of them differ. */
type Differs = (programs: readonly Program[]) => Promise<readonly boolean[]>;

/** The first of some programs that differs, a few asked at a time. */
async function first<T>(given: Iterable<T>, program: (one: T) => Program, differs: Differs): Promise<T | undefined> {
  const rest = given[Symbol.iterator]();
  for (;;) {
    const batch: T[] = [];
    for (let next = rest.next(); next.done !== true; next = rest.next()) if (batch.push(next.value) >= 32) break;
    if (batch.length === 0) return undefined;
    const found = batch[(await differs(batch.map(program))).indexOf(true)];
    if (found !== undefined) return found;
  }
}

/**
 * The smallest program that still shows a difference, as far as it is found: first by fast-check's shrinking, then by what knows the structure, which takes
 * statements out and puts what is nested in one in its place.
 * @param progress is told how many programs have been tried
 */
export async function shrink(
  arbitrary: fc.Arbitrary<Program>,
  drawn: Drawn,
  differs: Differs,
  progress: (tried: number) => void,
): Promise<Program> {
  let tried = 0;
  const counted: Differs = (programs) => {
    progress((tried += programs.length));
    return differs(programs);
  };
  let best = drawn;
  for (;;) {
    const smaller = await first(arbitrary.shrink(best.value, best.context), ({ value }) => value, counted);
    if (smaller === undefined) break;
    best = smaller;
  }
  let program = best.value;
  for (;;) {
    const smaller = await first(simpler(program), (one) => one, counted);
    if (smaller === undefined) return program;
    program = smaller;
  }
}

/** A list of statements, wherever it stands. */
function isStatements(value: unknown): value is Statement[] {
  return Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null && "do" in one);
}

/** The lists of statements in a value, outer ones first. */
function lists(value: unknown, found: Statement[][] = []): Statement[][] {
  if (typeof value !== "object" || value === null) return found;
  if (isStatements(value)) found.push(value);
  for (const part of Object.values(value)) lists(part, found);
  return found;
}

/** Programs with one statement less, or with what is nested in a statement instead of it. */
export function* simpler(program: Program): Iterable<Program> {
  const count = lists(program).length;
  for (let list = 0; list < count; list++) {
    const length = lists(program)[list]?.length ?? 0;
    for (let at = 0; at < length; at++) {
      const copy = JSON.parse(JSON.stringify(program)) as Program;
      lists(copy)[list]?.splice(at, 1);
      yield copy;
      for (const inner of lists(lists(program)[list]?.[at]).filter(({ length: many }) => many > 0)) {
        const hoisted = JSON.parse(JSON.stringify(program)) as Program;
        lists(hoisted)[list]?.splice(at, 1, ...inner);
        if (new Plan(hoisted).wellPlaced) yield hoisted;
      }
    }
  }
}
