/** What an expression of a scenario means, as far as one can tell without types: a path into `interloop`, a class, a generator function. */
import type { AnyNode, Class, Expression } from "acorn";
import { INTERLOOP } from "./bundle.js";
import { drivenFunctions, drivenMethods, makers } from "./driven.js";
import { isFunction, type Scope } from "./scopes.js";

/** An expression and the place where its names are looked up. */
export interface Site {
  readonly scope: Scope;
  /** The class whose `this` it sees. */
  readonly self: Class | null;
}

/** How long a chain of definitions may be: what is longer is not followed. */
const MAX_DEPTH = 20;

const driven: ReadonlySet<string> = new Set(drivenFunctions);

/** Takes off what the bundler puts around a function to keep its name. */
export function unwrap(node: AnyNode): AnyNode {
  const [first] = node.type === "CallExpression" ? node.arguments : [];
  const wrapped = node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "__name";
  return wrapped && first !== undefined ? unwrap(first) : node;
}

/** Whether a call gives something that does nothing until it is driven with `yield*`. */
export function mustBeDriven(call: Expression, site: Site): boolean {
  if (call.type !== "CallExpression" && call.type !== "NewExpression") return false;
  if (call.type === "NewExpression") return false;
  const { callee } = call;
  if (driven.has(pathOf(callee, site) ?? "")) return true;
  if (callee.type === "MemberExpression") return isDrivenMethod(callee, site);
  const meant = follow(callee, site);
  return meant !== null && isFunction(meant.node) && meant.node.generator && !meant.node.async;
}

/** The value of a name that always means the same, and what that means in turn. */
function follow(node: AnyNode, site: Site, depth = 0): { readonly node: AnyNode; readonly site: Site } | null {
  const plain = unwrap(node);
  if (plain.type !== "Identifier") return { node: plain, site };
  const binding = site.scope.find(plain.name);
  if (binding === undefined || binding.reassigned || binding.key !== null || depth > MAX_DEPTH) return null;
  return binding.value === null ? null : follow(binding.value, { scope: binding.scope, self: site.self }, depth + 1);
}

/** The path under which `interloop` exports what an expression means, such as `asyncio.sleep`; null when it is not from there. */
function pathOf(node: AnyNode, site: Site, depth = 0): string | null {
  const plain = unwrap(node);
  if (depth > MAX_DEPTH) return null;
  if (plain.type === "MemberExpression") {
    const name = propertyOf(plain);
    const owner = pathOf(plain.object, site, depth + 1);
    return name === null || owner === null ? null : join(owner, name);
  }
  if (plain.type !== "Identifier") return null;
  const binding = site.scope.find(plain.name);
  if (binding === undefined) return plain.name === INTERLOOP ? "" : null;
  if (binding.reassigned || binding.value === null) return null;
  const path = pathOf(binding.value, { scope: binding.scope, self: site.self }, depth + 1);
  return path === null || binding.key === null ? path : join(path, binding.key);
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** The name of the property that is looked up; null when it is computed. */
function propertyOf(node: Extract<AnyNode, { type: "MemberExpression" }>): string | null {
  const { property } = node;
  if (property.type === "PrivateIdentifier") return `#${property.name}`;
  return !node.computed && property.type === "Identifier" ? property.name : null;
}

function isDrivenMethod(callee: Extract<AnyNode, { type: "MemberExpression" }>, site: Site): boolean {
  const name = propertyOf(callee);
  const cls = name === null ? null : classOf(callee.object, site);
  return name !== null && cls !== null && hasDrivenMethod(cls, name, site);
}

function hasDrivenMethod(cls: Class | string, name: string, site: Site, depth = 0): boolean {
  if (typeof cls === "string") return drivenMethods[cls]?.includes(name) === true;
  for (const member of cls.body.body) {
    if (member.type !== "MethodDefinition" || member.kind !== "method" || member.static || member.computed) continue;
    const own =
      member.key.type === "Identifier"
        ? member.key.name
        : member.key.type === "PrivateIdentifier"
          ? `#${member.key.name}`
          : null;
    if (own === name) return member.value.generator && !member.value.async;
  }
  const base = cls.superClass && depth < MAX_DEPTH ? classNamed(cls.superClass, site) : null;
  return base !== null && hasDrivenMethod(base, name, site, depth + 1);
}

/** The class of a value: one of the scenario's, or the path of one of `interloop`'s. */
function classOf(value: AnyNode, site: Site): Class | string | null {
  if (value.type === "ThisExpression") return site.self;
  const meant = follow(value, site);
  if (meant === null) return null;
  const { node } = meant;
  if (node.type === "ThisExpression") return meant.site.self;
  if (node.type === "NewExpression") return classNamed(node.callee, meant.site);
  if (node.type === "CallExpression") return made(node.callee, meant.site, false);
  if (node.type === "YieldExpression" && node.delegate && node.argument?.type === "CallExpression") {
    return made(node.argument.callee, meant.site, true);
  }
  return null;
}

/** The class of what a function of `interloop` returns. */
function made(callee: AnyNode, site: Site, delegated: boolean): string | null {
  const path = pathOf(callee, site) ?? "";
  return driven.has(path) === delegated ? (makers[path] ?? null) : null;
}

function classNamed(node: AnyNode, site: Site): Class | string | null {
  const path = pathOf(node, site);
  if (path !== null) return path;
  const meant = follow(node, site)?.node;
  return meant?.type === "ClassDeclaration" || meant?.type === "ClassExpression" ? meant : null;
}
