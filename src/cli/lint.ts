/**
 * Finds mistakes that compile and that no run shows. A generator that nobody drives does nothing, so `worker(1);` without `yield*` is lost
 * without a sound; a coroutine that was driven to its end and is driven again does nothing either, where Python raises.
 *
 * The lint sees no types. It follows names that always mean the same and is silent where it cannot tell.
 */
import { type AnyNode, type CallExpression, type Expression, parse } from "acorn";
import type { Bundle } from "./bundle.js";
import { mustBeDriven, type Site, unwrap } from "./meaning.js";
import { children, isFunction, type Scope, type Scopes, scopesOf } from "./scopes.js";
import { showPlace } from "./stack.js";

/**
 * Looks for mistakes in a bundled scenario and what it imports; packages of others are left alone.
 * @returns one line for each, `FILE:LINE:COLUMN: what is wrong and what would be right`
 */
export function lint(bundle: Bundle): string[] {
  const program = parse(bundle.code, { ecmaVersion: "latest", sourceType: "script", locations: true });
  const linter = new Linter(bundle, scopesOf(program));
  linter.visit(program, { scope: linter.scopeOf(program) as Scope, self: null, inGenerator: false });
  return linter.mistakes;
}

const AGAIN = "call its function again for a new one";

/** Where the linter is. */
interface Place extends Site {
  /** Whether `yield*` can be written here. */
  readonly inGenerator: boolean;
}

class Linter {
  readonly mistakes: string[] = [];
  readonly #bundle: Bundle;
  readonly #scopes: Scopes;

  constructor(bundle: Bundle, scopes: Scopes) {
    this.#bundle = bundle;
    this.#scopes = scopes;
  }

  scopeOf(node: AnyNode): Scope | undefined {
    return this.#scopes.get(node);
  }

  visit(node: AnyNode, outer: Place): void {
    const place = this.#enter(node, outer);
    if (node.type === "ExpressionStatement") this.#checkDropped(node.expression, place);
    if (node.type === "CallExpression") this.#checkForEach(node, place);
    if (node.type === "Program" || node.type === "BlockStatement") this.#checkTwice(node.body, place);
    for (const child of children(node)) this.visit(child, place);
  }

  #enter(node: AnyNode, outer: Place): Place {
    const place = { ...outer, scope: this.scopeOf(node) ?? outer.scope };
    if (node.type === "ClassDeclaration" || node.type === "ClassExpression") return { ...place, self: node };
    if (!isFunction(node)) return place;
    return { ...place, inGenerator: node.generator };
  }

  /** A call whose result nobody looks at. */
  #checkDropped(dropped: Expression, place: Place): void {
    for (const part of valuesOf(dropped)) {
      if (!mustBeDriven(part, place)) continue;
      const where = place.inGenerator ? "" : ", in a generator function (function*)";
      this.#report(
        part,
        (call) => `${call ?? "this call"} is never driven, so nothing happens: write ${driving(call)}${where}`,
      );
    }
  }

  /** `forEach` throws away what it is given. */
  #checkForEach(call: CallExpression, place: Place): void {
    const { callee } = call;
    if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
    const [argument] = call.arguments;
    if (callee.property.name !== "forEach" || argument === undefined) return;
    const body = unwrap(argument);
    if (body.type !== "ArrowFunctionExpression" || body.body.type === "BlockStatement") return;
    for (const part of valuesOf(body.body)) {
      if (!mustBeDriven(part, { scope: this.scopeOf(body) ?? place.scope, self: place.self })) continue;
      this.#report(
        part,
        (call) =>
          `${call ?? "this call"} is never driven, so nothing happens: write a for loop with ${driving(call)} in it`,
      );
    }
  }

  /** A name for one coroutine that is driven by a statement and again by a later one. */
  #checkTwice(statements: readonly AnyNode[], place: Place): void {
    const seen = new Set<string>();
    for (const statement of statements) {
      for (const [name, node] of drivenNames(statement)) {
        if (!this.#isCoroutine(name, place)) continue;
        if (!seen.has(name)) seen.add(name);
        else this.#report(node, () => `${name} was driven before, and a coroutine can be awaited only once: ${AGAIN}`);
      }
    }
  }

  /** Whether a name always means what one call of a generator function gave. */
  #isCoroutine(name: string, place: Place): boolean {
    const binding = place.scope.find(name);
    if (binding === undefined || binding.value === null || binding.reassigned || binding.key !== null) return false;
    return mustBeDriven(binding.value as Expression, { scope: binding.scope, self: place.self });
  }

  /** @param say makes the message, given how the call reads, if that is short */
  #report(node: AnyNode, say: (call: string | null) => string): void {
    const start = node.loc?.start;
    const origin = start === undefined ? null : this.#bundle.origin(start.line, start.column + 1);
    if (origin === null || /(?:^|[\\/])node_modules[\\/]/.test(origin.file)) return;
    const [, callee, rest] = /^([\w$.#]+)\((\)?)/.exec(this.#bundle.textAt(origin)) ?? [];
    const call = callee === undefined ? null : `${callee}(${rest === ")" ? "" : "…"})`;
    this.mistakes.push(`${showPlace(origin)}: ${say(call)}`);
  }
}

function driving(call: string | null): string {
  return call === null ? "yield* before it" : `yield* ${call}`;
}

/** The parts of an expression that may be its value or are thrown away: both branches, all parts of a sequence. */
function valuesOf(node: Expression): Expression[] {
  switch (node.type) {
    case "ConditionalExpression":
      return [...valuesOf(node.consequent), ...valuesOf(node.alternate)];
    case "LogicalExpression":
      return valuesOf(node.right);
    case "SequenceExpression":
      return node.expressions.flatMap(valuesOf);
    case "ParenthesizedExpression":
      return valuesOf(node.expression);
    case "ChainExpression":
      return valuesOf(node.expression);
    default:
      return [node];
  }
}

/** The names that a statement drives for sure when it is run: `yield* c` outside of branches, loops, `try` and functions. */
function* drivenNames(node: AnyNode): Generator<readonly [string, AnyNode]> {
  if (node.type === "YieldExpression" && node.delegate && node.argument?.type === "Identifier") {
    yield [node.argument.name, node];
  }
  if (isFunction(node) || !STRAIGHT.has(node.type)) return;
  for (const child of children(node)) yield* drivenNames(child);
}

/** Nodes all of whose parts are run whenever they are. */
const STRAIGHT: ReadonlySet<string> = new Set([
  "ArrayExpression",
  "AssignmentExpression",
  "AwaitExpression",
  "BinaryExpression",
  "CallExpression",
  "ExpressionStatement",
  "MemberExpression",
  "NewExpression",
  "ObjectExpression",
  "Property",
  "ReturnStatement",
  "SequenceExpression",
  "TemplateLiteral",
  "UnaryExpression",
  "VariableDeclaration",
  "VariableDeclarator",
  "YieldExpression",
]);
