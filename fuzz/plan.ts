/** The walk over a program: it numbers what is made and labels the statements, so that both printers call everything by the same name. */
import type { CallbackFunction, CoroutineFunction, Made, Reference, Statement } from "./kind.js";
import { kindOf } from "./statements.js";
import type { Program } from "./program.js";

/** A function of the program. */
export interface Scope {
  readonly name: string;
  readonly number: number;
  readonly kind: "main" | "coroutine" | "callback" | "thread";
  readonly statements: readonly Statement[];
  /** How many labels were given in it. */
  labels: number;
}

interface Thing {
  readonly number: number;
  /** The number of the function that makes it. */
  readonly maker: number;
}

/** A program with its numbers. It must be the only one that holds its objects: what is equal is not the same. */
export class Plan {
  readonly program: Program;
  readonly scopes: Scope[] = [];
  /** Whether every statement stands where it can: no `await` in a thread. */
  wellPlaced = true;
  readonly #labels = new Map<object, string>();
  readonly #numbers = new Map<object, number>();
  readonly #names = new Map<object, string>();
  readonly #made: Record<Made, Thing[]> = { task: [], future: [], handle: [], limit: [], submission: [] };
  #coroutines = 0;
  #callbacks = 0;

  constructor(program: Program) {
    this.program = program;
    this.#coroutines = program.loops.length;
    program.loops.forEach(({ futures }, number) => {
      this.#made.task.push({ number, maker: -1 });
      for (let future = 0; future < futures; future++) {
        this.#made.future.push({ number: this.#made.future.length, maker: Infinity });
      }
    });
    program.loops.forEach(({ statements }, number) => {
      this.#scope({ name: `main${String(number)}`, number, kind: "main", statements, labels: 0 });
    });
    program.threads.forEach((statements, index) => {
      const number = index + program.loops.length;
      this.#scope({ name: `thread${String(number)}`, number, kind: "thread", statements, labels: 0 });
    });
  }

  #scope(scope: Scope): void {
    this.#walk(scope.statements, scope);
    this.scopes.push(scope);
  }

  #walk(value: unknown, scope: Scope): void {
    if (typeof value !== "object" || value === null) return;
    if ("coroutine" in value) {
      const statements = (value as CoroutineFunction).coroutine;
      const number = this.#coroutines++;
      this.#numbers.set(value, number);
      this.#names.set(value, `t${String(number)}`);
      this.#scope({ name: `t${String(number)}`, number, kind: "coroutine", statements, labels: 0 });
      return;
    }
    if ("callback" in value) {
      const statements = (value as CallbackFunction).callback;
      const number = ++this.#callbacks;
      this.#names.set(value, `c${String(number)}`);
      this.#scope({ name: `c${String(number)}`, number: -1, kind: "callback", statements, labels: 0 });
      return;
    }
    if ("do" in value) this.#label(value as Statement, scope);
    for (const part of Object.values(value)) this.#walk(part, scope);
  }

  #label(statement: Statement, scope: Scope): void {
    this.#labels.set(statement, `${scope.name}.${String(++scope.labels)}`);
    const { makes, places } = kindOf(statement);
    if (!places.includes(scope.kind === "main" ? "coroutine" : scope.kind)) this.wellPlaced = false;
    if (makes === undefined) return;
    // A task has the number of the coroutine function that it runs, which the walk meets next.
    const number = makes === "task" ? this.#coroutines : this.#made[makes].length;
    this.#made[makes].push({ number, maker: scope.number });
    this.#numbers.set(statement, number);
  }

  /** The numbers of the bare futures of a loop. */
  futuresOf(loop: number): number[] {
    const before = this.program.loops.slice(0, loop).reduce((sum, { futures }) => sum + futures, 0);
    return Array.from({ length: this.program.loops[loop]?.futures ?? 0 }, (_none, index) => before + index);
  }

  label(statement: Statement): string {
    return this.#labels.get(statement) ?? "";
  }

  /** The number of what a statement makes. */
  number(made: object): number {
    return this.#numbers.get(made) ?? -1;
  }

  nameOf(one: object): string {
    return this.#names.get(one) ?? "";
  }

  /** Any of the things of a kind, by their numbers; `null` when there are none. */
  some(what: Made, which: Reference): number | null {
    return pick(this.#made[what], which);
  }

  /**
   * One that the function with a number can await: tasks of later functions only, and futures of gathered things that were made there or later.
   * So no ring of tasks comes about, whose cancellation goes round until Python's stack is full.
   */
  awaitable(what: "task" | "future" | "submission", which: Reference, scope: Scope): number | null {
    const possible = this.#made[what].filter(({ number, maker }) =>
      what === "task" ? number > scope.number : maker >= scope.number,
    );
    return pick(possible, which);
  }
}

function pick(things: readonly Thing[], which: Reference): number | null {
  return things[which % things.length]?.number ?? null;
}
