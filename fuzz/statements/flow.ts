/** Statements that raise, catch and clean up. */
import fc from "fast-check";
import { kind, type Position, type Statement } from "../kind.js";
import { classIn, exceptionIn, raised, type Raised } from "./values.js";

/** What an `except` clause catches. */
type Caught = "Exception" | "asyncio.CancelledError" | "ValueError" | "asyncio.TimeoutError" | "both" | "BaseException";

/** What it does at its end. */
type End = "goes on" | "raises again" | "raises another";

interface Try {
  readonly body: readonly Statement[];
  readonly catches: Caught;
  readonly handler: readonly Statement[];
  readonly end: End;
  readonly other: Raised;
  readonly finally: readonly Statement[];
}

const caught = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Caught>("both") },
  { weight: 5, arbitrary: fc.constantFrom<Caught>("Exception", "asyncio.CancelledError") },
  { weight: 2, arbitrary: fc.constantFrom<Caught>("ValueError", "asyncio.TimeoutError", "BaseException") },
);

const end = fc.oneof(
  { weight: 6, arbitrary: fc.constant<End>("goes on") },
  { weight: 3, arbitrary: fc.constant<End>("raises again") },
  { weight: 1, arbitrary: fc.constant<End>("raises another") },
);

function classes(catches: Caught, at: Position): string {
  if (catches !== "both") return classIn(at.language, catches);
  return at.language === "python"
    ? "(asyncio.CancelledError, Exception)"
    : "[asyncio.CancelledError, builtins.Exception]";
}

function python(statement: Try, at: Position): string[] {
  const lines = [
    "try:",
    ...at.indented(statement.body),
    `except ${classes(statement.catches, at)} as error:`,
    `    note(${at.label}, error)`,
  ];
  if (statement.handler.length > 0) lines.push(...at.indented(statement.handler));
  if (statement.end === "raises again") lines.push("    raise");
  if (statement.end === "raises another") lines.push(`    raise ${exceptionIn("python", statement.other, at.label)}`);
  if (statement.finally.length > 0) lines.push("finally:", ...at.indented(statement.finally));
  return lines;
}

function typescript(statement: Try, at: Position): string[] {
  const lines = [
    "try {",
    ...at.indented(statement.body),
    "} catch (thrown) {",
    `  const error = except(thrown, ${classes(statement.catches, at)});`,
    `  yield* note(${at.label}, error);`,
    ...at.indented(statement.handler),
  ];
  if (statement.end === "raises again") lines.push("  throw error;");
  if (statement.end === "raises another") {
    lines.push(`  raise(${exceptionIn("typescript", statement.other, at.label)}, { handling: error });`);
  }
  if (statement.finally.length > 0) lines.push("} finally {", ...at.indented(statement.finally));
  return [...lines, "}"];
}

export const flow = [
  kind<{ class: Raised }>({
    name: "raise",
    weight: 8,
    places: ["coroutine", "callback", "thread"],
    fields: () => ({ class: raised }),
    python: ({ class: name }, at) => [`raise ${exceptionIn("python", name, at.label)}`],
    typescript: ({ class: name }, at) => [`raise(${exceptionIn("typescript", name, at.label)});`],
  }),
  kind<Try>({
    name: "try",
    weight: 88,
    places: ["coroutine", "thread"],
    fields: (nested, place) => ({
      body: nested.statements(place),
      catches: caught,
      handler: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: nested.statements(place) }),
      end,
      other: raised,
      finally: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: nested.statements(place) }),
    }),
    python,
    typescript,
  }),
];
