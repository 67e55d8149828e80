/** What the names of a script stand for: its scopes and their bindings. */
import type { AnyNode, Pattern, Program } from "acorn";

/** What a name stands for. */
export interface Binding {
  /** The function, the class or the first value; null for what comes from elsewhere, such as a parameter. */
  readonly value: AnyNode | null;
  /** The scope in which the value stands. */
  readonly scope: Scope;
  /** For `const { sleep } = asyncio`: the property of the value that it is. */
  readonly key: string | null;
  /** Whether it is given another value anywhere. */
  reassigned: boolean;
}

/** A region of a script with names of its own. */
export class Scope {
  readonly #outer: Scope | null;
  readonly #bindings = new Map<string, Binding>();

  constructor(outer: Scope | null) {
    this.#outer = outer;
  }

  /** Makes a name of this scope. A second declaration of the same name counts as another value. */
  declare(name: string, value: AnyNode | null, key: string | null = null): void {
    const before = this.#bindings.get(name);
    if (before === undefined) this.#bindings.set(name, { value, scope: this, key, reassigned: false });
    else before.reassigned = true;
  }

  /** What a name stands for here; undefined for a global. */
  find(name: string): Binding | undefined {
    return this.#bindings.get(name) ?? this.#outer?.find(name);
  }
}

/** The scopes of a script, each under the node that opens it. */
export type Scopes = ReadonlyMap<AnyNode, Scope>;

/** The nodes directly below a node, in the order of the text. */
export function children(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AnyNode => {
      return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
    });
}

/** Whether a node is a function of any kind. */
export function isFunction(node: AnyNode): node is Extract<AnyNode, { params: Pattern[] }> {
  return "params" in node;
}

/** Finds all scopes of a script. */
export function scopesOf(program: Program): Scopes {
  const finder = new ScopeFinder();
  const global = finder.open(program, null);
  for (const node of program.body) finder.visit(node, global, global);
  finder.markReassigned();
  return finder.scopes;
}

const BLOCKS: ReadonlySet<string> = new Set([
  "BlockStatement",
  "CatchClause",
  "ForInStatement",
  "ForOfStatement",
  "ForStatement",
  "StaticBlock",
  "SwitchStatement",
]);

class ScopeFinder {
  readonly scopes = new Map<AnyNode, Scope>();
  readonly #assigned: { readonly name: string; readonly scope: Scope }[] = [];

  open(node: AnyNode, outer: Scope | null): Scope {
    const scope = new Scope(outer);
    this.scopes.set(node, scope);
    return scope;
  }

  /**
   * @param scope the innermost scope, which takes `let`, `const`, classes and functions
   * @param hoist the scope of the innermost function, which takes `var`
   */
  visit(node: AnyNode, scope: Scope, hoist: Scope): void {
    if (isFunction(node)) {
      this.#visitFunction(node, scope);
      return;
    }
    if (node.type === "ClassDeclaration" || node.type === "ClassExpression") {
      this.#visitClass(node, scope, hoist);
      return;
    }
    if (node.type === "VariableDeclaration") this.#declareVariables(node, node.kind === "var" ? hoist : scope);
    if (node.type === "AssignmentExpression") this.#assign(node.left, scope);
    if (node.type === "UpdateExpression") this.#assign(node.argument, scope);
    if (node.type === "ForOfStatement" || node.type === "ForInStatement") this.#assign(node.left, scope);
    const inner = BLOCKS.has(node.type) ? this.open(node, scope) : scope;
    if (node.type === "CatchClause" && node.param) this.#declarePattern(node.param, inner);
    for (const child of children(node)) this.visit(child, inner, hoist);
  }

  markReassigned(): void {
    for (const { name, scope } of this.#assigned) {
      const binding = scope.find(name);
      if (binding !== undefined) binding.reassigned = true;
    }
  }

  #visitFunction(node: Extract<AnyNode, { params: Pattern[] }>, scope: Scope): void {
    if (node.type === "FunctionDeclaration" && node.id) scope.declare(node.id.name, node);
    const inner = this.open(node, scope);
    if (node.type === "FunctionExpression" && node.id) inner.declare(node.id.name, node);
    for (const parameter of node.params) {
      this.#declarePattern(parameter, inner);
      this.visit(parameter, inner, inner);
    }
    // The names of a body's own level belong to the function.
    const body = node.body.type === "BlockStatement" ? node.body.body : [node.body];
    for (const child of body) this.visit(child, inner, inner);
  }

  #visitClass(
    node: Extract<AnyNode, { type: "ClassDeclaration" | "ClassExpression" }>,
    scope: Scope,
    hoist: Scope,
  ): void {
    if (node.type === "ClassDeclaration" && node.id) scope.declare(node.id.name, node);
    const inner = this.open(node, scope);
    if (node.type === "ClassExpression" && node.id) inner.declare(node.id.name, node);
    for (const child of children(node)) this.visit(child, inner, hoist);
  }

  #declareVariables(node: Extract<AnyNode, { type: "VariableDeclaration" }>, scope: Scope): void {
    for (const { id, init } of node.declarations) {
      if (id.type === "Identifier") scope.declare(id.name, init ?? null);
      else if (id.type === "ObjectPattern" && init) this.#declareProperties(id, init, scope);
      else this.#declarePattern(id, scope);
    }
  }

  #declareProperties(pattern: Extract<Pattern, { type: "ObjectPattern" }>, init: AnyNode, scope: Scope): void {
    for (const property of pattern.properties) {
      if (property.type === "RestElement") {
        this.#declarePattern(property.argument, scope);
        continue;
      }
      const { computed, key, value } = property;
      const plain = !computed && key.type === "Identifier" && value.type === "Identifier";
      if (plain) scope.declare(value.name, init, key.name);
      else this.#declarePattern(value, scope);
    }
  }

  /** Makes the names of a pattern, whose values nobody follows. */
  #declarePattern(pattern: Pattern, scope: Scope): void {
    for (const name of namesOf(pattern)) scope.declare(name, null);
  }

  #assign(target: AnyNode, scope: Scope): void {
    if (target.type === "VariableDeclaration" || target.type === "MemberExpression") return;
    for (const name of namesOf(target)) this.#assigned.push({ name, scope });
  }
}

/** The names that a pattern gives values to. */
function namesOf(pattern: AnyNode): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "AssignmentPattern":
      return namesOf(pattern.left);
    case "RestElement":
      return namesOf(pattern.argument);
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? namesOf(element) : []));
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        namesOf(property.type === "Property" ? property.value : property),
      );
    default:
      return [];
  }
}
