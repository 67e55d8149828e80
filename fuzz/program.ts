/** Programs as plain data, and the arbitrary that makes and shrinks them. */
import fc from "fast-check";
import type { CallbackFunction, CoroutineFunction, Kind, Nested, Place, Statement } from "./kind.js";
import { kinds } from "./statements.js";

/** An event loop in a thread of its own. */
export interface Loop {
  readonly statements: readonly Statement[];
  /** How many bare futures it has from the beginning. */
  readonly futures: number;
  /** Whether the main task is run with `run_until_complete`, and not with `run_forever`. */
  readonly until: boolean;
  /** Whether the outcomes are looked at in the end; what nobody looked at is told when it is freed. */
  readonly look: boolean;
}

/** A program: its first loop runs in the main thread, the others and the plain threads are started before. */
export interface Program {
  readonly clock: "linux" | "frozen";
  readonly loops: readonly Loop[];
  readonly threads: readonly (readonly Statement[])[];
  /** Decide who goes next, where several threads could: choice number n takes way `draws[n] % count`, and way 0 after the last of them. */
  readonly draws: readonly number[];
}

/** How many statements may follow one another, by how deep they are nested. */
const LENGTHS = [7, 4, 3, 2] as const;

function statementOf(one: Kind, nested: Nested, place: Place): fc.Arbitrary<Statement> {
  return fc.record({ do: fc.constant(one.name), ...one.fields(nested, place) });
}

/** The arbitraries of all places at one depth; what is nested in them is one deeper, and at last nothing. */
class Level {
  readonly #deeper: Level | null;
  readonly #length: number;
  readonly #several: boolean;
  readonly #made = new Map<Place, fc.Arbitrary<readonly Statement[]>>();

  constructor(several: boolean, depth = 0) {
    const length = LENGTHS[depth];
    this.#several = several;
    this.#length = length ?? 0;
    this.#deeper = length === undefined ? null : new Level(several, depth + 1);
  }

  statements(place: Place): fc.Arbitrary<readonly Statement[]> {
    const made = this.#made.get(place) ?? this.#make(place);
    this.#made.set(place, made);
    return made;
  }

  #make(place: Place): fc.Arbitrary<readonly Statement[]> {
    const deeper = this.#deeper;
    if (deeper === null) return fc.constant([]);
    const nested: Nested = {
      statements: (inner) => deeper.statements(inner),
      coroutine: () => fc.record<CoroutineFunction>({ coroutine: deeper.statements("coroutine") }),
      callback: () => fc.record<CallbackFunction>({ callback: deeper.statements("callback") }),
    };
    const possible = kinds.filter((one) => one.places.includes(place) && (this.#several || one.threads !== true));
    const any = fc.oneof(
      ...possible.map((one) => ({ weight: one.weight, arbitrary: statementOf(one, nested, place) })),
    );
    const maxLength = place === "callback" ? Math.min(this.#length, 2) : this.#length;
    return fc.array(any, { minLength: this.#length > 3 ? 2 : 1, maxLength, size: "max" });
  }
}

function loopOf(statements: fc.Arbitrary<readonly Statement[]>): fc.Arbitrary<Loop> {
  return fc.record({ statements, futures: fc.nat({ max: 2 }), until: fc.boolean(), look: fc.boolean() });
}

const clock = fc.constantFrom("linux" as const, "frozen" as const);

/** Programs of one loop in the main thread. */
export const singleProgram: fc.Arbitrary<Program> = fc.record({
  clock,
  loops: fc.tuple(loopOf(new Level(false).statements("coroutine"))),
  threads: fc.constant([]),
  draws: fc.constant([]),
});

/** Programs of several threads: one or two loops, and up to two plain threads. */
export const threadsProgram: fc.Arbitrary<Program> = ((level) => {
  const loop = loopOf(level.statements("coroutine"));
  const plain = level.statements("thread");
  // 60 has all counts of ways as divisors that are likely.
  const draws = fc.array(fc.nat({ max: 59 }), { maxLength: 80, size: "max" });
  return fc.oneof(
    fc.record<Program>({
      clock,
      loops: fc.tuple(loop),
      threads: fc.array(plain, { minLength: 1, maxLength: 2 }),
      draws,
    }),
    fc.record<Program>({ clock, loops: fc.tuple(loop, loop), threads: fc.array(plain, { maxLength: 2 }), draws }),
  );
})(new Level(true, 1));
