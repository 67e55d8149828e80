/** The answers of real CPython that `record.py` wrote beside this file, and values as it writes them. */
import { readFileSync } from "node:fs";
import { tuple } from "../../src/builtins/repr.js";

/** A question that was put to CPython, and what each minor version of Python 3 answered. */
export interface Row<Q, A> {
  readonly question: Q;
  readonly answers: readonly (readonly [minor: number, answer: A])[];
}

/** The rows of a recorded file, by its path from this folder. */
export function recorded<Q, A>(path: string): Row<Q, A>[] {
  const text = readFileSync(new URL(path, import.meta.url), "utf8");
  const { rows } = JSON.parse(text) as { rows: readonly (readonly [Q, readonly (readonly [number[], A])[]])[] };
  return rows.map(([question, pairs]) => ({
    question,
    answers: pairs.flatMap(([minors, answer]) => minors.map((minor) => [minor, answer] as const)),
  }));
}

/** A row whose answer is the same in every version that has one: most are. */
export function single<Q, A>({ question, answers }: Row<Q, A>): readonly [Q, A] {
  const all = new Set(answers.map(([, answer]) => JSON.stringify(answer)));
  const [first] = answers;
  if (first === undefined || all.size > 1) throw new Error(`${JSON.stringify(question)} has ${all.size} answers`);
  return [question, first[1]];
}

type Code =
  | null
  | boolean
  | number
  | string
  | { readonly int: string }
  | { readonly float: string }
  | { readonly list: readonly Code[] }
  | { readonly tuple: readonly Code[] }
  | { readonly set: readonly Code[] }
  | { readonly dict: readonly (readonly [Code, Code])[] };

/** The JavaScript value that stands for a recorded Python value. */
export function decode(code: unknown): unknown {
  const value = code as Code;
  if (typeof value !== "object" || value === null) return value;
  if ("int" in value) return BigInt(value.int);
  if ("float" in value) return decodeFloat(value.float);
  if ("list" in value) return value.list.map(decode);
  if ("tuple" in value) return tuple(...value.tuple.map(decode));
  if ("set" in value) return new Set(value.set.map(decode));
  return new Map(value.dict.map(([key, item]) => [decode(key), decode(item)]));
}

function decodeFloat(text: string): number {
  const named = { nan: NaN, inf: Infinity, "-inf": -Infinity };
  return named[text as keyof typeof named] ?? Number(text);
}

/** The numbers of `Dice` in questions.py. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1103515245) + 12345) & 0x7fffffff;
    return (this.#state >> 8) % limit;
  }
}
