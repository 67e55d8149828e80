/** What a kind of statement is: everything that the fuzzer knows about it, in one place. */
import type fc from "fast-check";

/** Where a statement can stand: in a coroutine, in a plain callback of a loop, in a thread without a loop. */
export type Place = "coroutine" | "callback" | "thread";

/** One statement, as plain data: the name of its kind, and its fields. */
export interface Statement {
  readonly do: string;
}

/** A coroutine function of the program; the walk over the program gives it a number. */
export interface CoroutineFunction {
  readonly coroutine: readonly Statement[];
}

/** A callback function of the program. */
export interface CallbackFunction {
  readonly callback: readonly Statement[];
}

/** A whole number that stands for one of the things that there are; which one, is decided by the position and by how many there are. */
export type Reference = number;

/** What statements make, each with numbers of its own. */
export type Made = "task" | "future" | "handle" | "limit" | "submission";

/** What can be awaited: something that is there already, or a coroutine that begins with it. */
export type Awaited =
  | { readonly await: "task" | "future"; readonly which: Reference }
  | { readonly await: "call"; readonly function: CoroutineFunction }
  | { readonly await: "sleep"; readonly delay: number };

/** Gives the arbitraries of what is nested in a statement. */
export interface Nested {
  /** Statements for a place. */
  statements(place: Place): fc.Arbitrary<readonly Statement[]>;
  coroutine(): fc.Arbitrary<CoroutineFunction>;
  callback(): fc.Arbitrary<CallbackFunction>;
}

/** A language that programs are printed in. */
export type Language = "python" | "typescript";

/** The position of the statement that is being printed, and the words for what lies around it. */
export interface Position {
  readonly language: Language;
  /** The statement's own label, such as `"t1.3"`, with its quotes. */
  readonly label: string;
  /** The number of what the statement makes. */
  readonly number: number;
  /** `task(3)`: any task that is made somewhere, the main one included; `null` where there is none. */
  some(what: Made, which: Reference): string | null;
  /** A task or future that can be awaited here: none whose end depends on the present task. */
  awaitable(what: "task" | "future" | "submission", which: Reference): string | null;
  /** An expression that gives what is awaited, but does not await it. */
  expression(awaited: Awaited): string | null;
  /** The name of a function that is printed elsewhere. */
  nameOf(one: CoroutineFunction | CallbackFunction): string;
  /** Statements, a level deeper. */
  indented(statements: readonly Statement[]): readonly string[];
  /** A loop, such as `loop(1)`. */
  loop(which: Reference): string;
  /** A thread that the main thread starts, such as `thread(1)`; `null` where there is none. */
  thread(which: Reference): string | null;
}

/** Everything about one kind of statement; `fields` and the two printers are its definition. */
export interface Kind<F extends object = object> {
  readonly name: string;
  /** How often it is drawn, against the others. */
  readonly weight: number;
  readonly places: readonly Place[];
  /** Whether it is for programs of several threads only. */
  readonly threads?: boolean;
  readonly makes?: Made;
  /** Its fields. */
  fields(nested: Nested, place: Place): { readonly [K in keyof F]: fc.Arbitrary<F[K]> };
  /** Its lines in Python. */
  python(statement: F, at: Position): readonly string[];
  /** Its lines in TypeScript. */
  typescript(statement: F, at: Position): readonly string[];
}

/** Defines a kind. */
export function kind<F extends object>(definition: Kind<F>): Kind {
  return definition;
}

/** A line that notes the value of an expression, in the language of the position. */
export function noted(at: Position, ...expressions: readonly string[]): string[] {
  const values = [at.label, ...expressions].join(", ");
  return [at.language === "python" ? `note(${values})` : `yield* note(${values});`];
}

/**
 * A kind of one expression, whose value is noted.
 * @param definition as for {@link kind}, with `expression`: the text in both languages, which may use the words of the position; `null` where
 *   there is nothing that it could refer to, and only the label is noted
 */
export function expressing<F extends object>(
  definition: Omit<Kind<F>, "python" | "typescript"> & { expression(statement: F, at: Position): string | null },
): Kind {
  const lines = (statement: F, at: Position): readonly string[] => {
    const text = definition.expression(statement, at);
    return noted(at, ...(text === null ? [] : [text]));
  };
  return kind<F>({ ...definition, python: lines, typescript: lines });
}

/** `await` and `yield*`. */
export function awaiting(at: Position): string {
  return at.language === "python" ? "await" : "yield*";
}

/** `None` and `null`, `True` and `true`. */
export function constant(at: Position, value: null | boolean): string {
  if (at.language === "typescript") return String(value);
  return value === null ? "None" : value ? "True" : "False";
}
