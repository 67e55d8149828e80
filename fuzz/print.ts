/** Prints programs as Python and as TypeScript. What is printed is also what runs: there is no other meaning of a program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folder } from "./folder.js";
import type { Awaited, Language, Position, Reference, Statement } from "./kind.js";
import { Plan, type Scope } from "./plan.js";
import type { Program } from "./program.js";
import { kindOf } from "./statements.js";

const INDENT = { python: "    ", typescript: "  " } as const;
const NOTHING = { python: "pass", typescript: null } as const;

/** What the prelude of TypeScript gives a program. */
export const preludeNames =
  "VARIABLE, CONTEXT, eagerly, loops, tasks, futures, handles, limits, submissions, threads, loop, task, future, handle, limit, submission, " +
  "thread, lock, event, condition, shared, alive, timer, pool, job, over, following, mapped, share, holding_condition, crowd, note, begin, state, shielded, waited, completed, complete, current, method, play, " +
  "stepped, abandoned, primitive, fresh, holding_primitive, held, member, contest, glance, tried";

/** The source of the functions that all programs use. */
export function preludeOf(language: Language): string {
  return readFileSync(join(folder, language === "python" ? "prelude.py" : "prelude.ts"), "utf8");
}

class Printer {
  readonly plan: Plan;
  readonly language: Language;
  /** Whether types are printed, which JavaScript does without. */
  readonly typed: boolean;

  constructor(plan: Plan, language: Language, typed: boolean) {
    this.plan = plan;
    this.language = language;
    this.typed = typed;
  }

  statements(statements: readonly Statement[], scope: Scope): string[] {
    const lines = statements.flatMap((statement) => {
      const one = kindOf(statement);
      return one[this.language](statement, this.position(statement, scope));
    });
    const nothing = NOTHING[this.language];
    return lines.length === 0 && nothing !== null ? [nothing] : lines;
  }

  indented(lines: readonly string[]): string[] {
    return lines.map((line) => INDENT[this.language] + line);
  }

  position(statement: Statement, scope: Scope): Position {
    const { plan, language } = this;
    const numbered = (what: string, number: number | null): string | null =>
      number === null ? null : `${what}(${String(number)})`;
    return {
      language,
      label: JSON.stringify(plan.label(statement)),
      number: plan.number(statement),
      some: (what, which) => numbered(what, plan.some(what, which)),
      awaitable: (what, which) => numbered(what, plan.awaitable(what, which, scope)),
      expression: (awaited) => this.expression(awaited, scope, plan.label(statement)),
      nameOf: (one) => plan.nameOf(one),
      indented: (nested) => this.indented(this.statements(nested, scope)),
      thread: (which) => this.thread(which),
      loop: (which) => `loop(${String(which % plan.program.loops.length)})`,
    };
  }

  /** The threads have the numbers of their loops, and then go on. */
  thread(which: Reference): string | null {
    const { loops, threads } = this.plan.program;
    const others = loops.length + threads.length - 1;
    return others === 0 ? null : `thread(${String(1 + (which % others))})`;
  }

  expression(awaited: Awaited, scope: Scope, label: string): string | null {
    switch (awaited.await) {
      case "call":
        return `${this.plan.nameOf(awaited.function)}()`;
      case "sleep":
        return `asyncio.sleep(${String(awaited.delay)}, ${JSON.stringify(`slept in ${label}`)})`;
      default: {
        const number = this.plan.awaitable(awaited.await, awaited.which, scope);
        return number === null ? null : `${awaited.await}(${String(number)})`;
      }
    }
  }

  /** The definition of a function of the program. */
  definition(scope: Scope): string[] {
    const body = this.statements(scope.statements, scope);
    const coroutine = scope.kind === "main" || scope.kind === "coroutine";
    if (coroutine) body.unshift(this.language === "python" ? "begin()" : "begin();");
    if (coroutine) body.push(`return "${scope.name}"${this.language === "python" ? "" : ";"}`);
    if (this.language === "python") {
      const parameters = scope.kind === "callback" ? "*_" : "";
      return [`${coroutine ? "async " : ""}def ${scope.name}(${parameters}):`, ...this.indented(body), "", ""];
    }
    const type = this.typed ? (coroutine ? ": Coroutine<unknown>" : ": Blocking<void>") : "";
    return [`function* ${scope.name}()${type} {`, ...this.indented(body), "}", ""];
  }

  /** What starts the loops and threads, waits for them, and ends. */
  program(): string[] {
    const { loops, threads } = this.plan.program;
    const python = this.language === "python";
    const call = python ? "" : "yield* ";
    const end = python ? "" : ";";
    const lines = loops.map((_loop, number) =>
      python
        ? `loops[${String(number)}] = asyncio.new_event_loop()`
        : `loops.set(${String(number)}, asyncio.new_event_loop());`,
    );
    if (loops.length + threads.length > 1) lines.push(`share()${end}`);
    const others = [...loops.keys()].slice(1).map((number) => ({ number, target: this.playing(number) }));
    threads.forEach((_statements, index) => {
      const number = index + loops.length;
      others.push({ number, target: `thread${String(number)}` });
    });
    for (const { number, target } of others) {
      const name = String(number);
      lines.push(
        python
          ? `threads[${name}] = threading.Thread(target=${target}, name="thread ${name}")`
          : `threads.set(${name}, new threading.Thread({ target: ${target}, name: "thread ${name}" }));`,
        `${call}thread(${name}).start()${end}`,
      );
    }
    lines.push(`${call}play(${this.arguments(0)})${end}`);
    for (const { number } of others) lines.push(`${call}thread(${String(number)}).join()${end}`);
    if (python) lines.push("forget()");
    return lines;
  }

  /** A function that runs a loop. */
  playing(number: number): string {
    const words = this.arguments(number);
    return this.language === "python" ? `lambda: play(${words})` : `() => play(${words})`;
  }

  arguments(number: number): string {
    const { until = false, look = false } = this.plan.program.loops[number] ?? {};
    const truth = (value: boolean): string => (this.language === "python" ? (value ? "True" : "False") : String(value));
    const futures = this.plan.futuresOf(number).join(", ");
    return `${String(number)}, main${String(number)}, [${futures}], ${truth(until)}, ${truth(look)}`;
  }
}

/** A program as lines that follow the prelude. @internal */
export function pythonBody(plan: Plan): string {
  const printer = new Printer(plan, "python", true);
  return [...plan.scopes.flatMap((scope) => printer.definition(scope)), ...printer.program(), ""].join("\n");
}

/** The body of the generator function that runs a program, in JavaScript. @internal */
export function javascriptBody(plan: Plan): string {
  const printer = new Printer(plan, "typescript", false);
  return [...plan.scopes.flatMap((scope) => printer.definition(scope)), ...printer.program()].join("\n");
}

/**
 * A program as a Python file of its own.
 * @param program any program
 */
export function toPython(program: Program): string {
  return `${preludeOf("python")}\n\n${pythonBody(planOf(program))}`;
}

/** The functions of a program in TypeScript, and what starts it. @internal */
export function typescriptBody(plan: Plan): string {
  const printer = new Printer(plan, "typescript", true);
  return [...plan.scopes.flatMap((scope) => printer.definition(scope)), ...printer.program()].join("\n");
}

/**
 * A program as a TypeScript scenario of its own.
 * @param program any program
 */
export function toTypeScript(program: Program): string {
  const body = typescriptBody(planOf(program)).split("\n");
  const lines = [
    preludeOf("typescript"),
    "export default function* program(): Blocking<void> {",
    ...[`const { ${preludeNames} } = prelude();`, "", ...body].map((line) => INDENT.typescript + line),
    "}",
    "",
  ];
  return lines.map((line) => line.trimEnd()).join("\n");
}

/** A program with its numbers; a copy, in which no object occurs twice. */
export function planOf(program: Program): Plan {
  return new Plan(JSON.parse(JSON.stringify(program)) as Program);
}
