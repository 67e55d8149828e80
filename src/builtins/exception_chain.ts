/**
 * Which exception is printed before which: its cause, or else its context, unless that one has been met already.
 *
 * CPython finds this out in two ways, which give different texts when exceptions share a cause or lead to each other. The
 * `traceback` module links all exceptions first and prints then; the excepthook before 3.13 links while it prints.
 */
import type { BaseException } from "./base_exceptions.js";
import { is_group } from "./exception_group.js";

/** How many members of a group are drawn, and how many groups inside one another. */
export const MAX_GROUP_WIDTH = 15;
export const MAX_GROUP_DEPTH = 10;

/** An exception as it is printed in one place. */
export interface Linked {
  readonly e: BaseException;
  /** What is printed before it, and why. */
  readonly before: Linked | null;
  readonly link: "cause" | "context";
  /** The members, if it is a group. */
  readonly members: readonly Linked[];
}

type Building = { -readonly [K in keyof Linked]: Linked[K] } & { members: Building[] };

/**
 * Links what a traceback shows.
 *
 * @param e - the exception that is printed last
 * @param groups - whether this version knows exception groups
 * @param while_printing - whether the excepthook of 3.12 or earlier prints it
 */
export function link_exceptions(e: BaseException, groups: boolean, while_printing: boolean): Linked {
  return while_printing ? new PrintOrder(groups).link(e, 0) : link_last_first(e, groups);
}

function member_exceptions(e: BaseException, groups: boolean): readonly BaseException[] {
  return groups && is_group(e) ? e.exceptions : [];
}

/** The excepthook before 3.13: in the order of the lines. A cause that was met before hides the context too. */
class PrintOrder {
  readonly #met = new Set<BaseException>();
  readonly #groups: boolean;

  constructor(groups: boolean) {
    this.#groups = groups;
  }

  link(e: BaseException, depth: number): Linked {
    this.#met.add(e);
    const link = e.__cause__ === null ? "context" : "cause";
    const other = e.__cause__ ?? (e.__suppress_context__ ? null : e.__context__);
    const before = other === null || this.#met.has(other) ? null : this.link(other, depth);
    const members = depth > MAX_GROUP_DEPTH ? [] : member_exceptions(e, this.#groups).slice(0, MAX_GROUP_WIDTH);
    const inner = depth === 0 ? 2 : depth + 1;
    return { e, before, link, members: members.map((member) => this.link(member, inner)) };
  }
}

/** The traceback module: what was found last is looked at first, so a shared cause is printed before the last member. */
function link_last_first(root: BaseException, groups: boolean): Linked {
  const met = new Set<BaseException>();
  const open: Building[] = [];
  const found = (e: BaseException): Building => {
    const one: Building = { e, before: null, link: "context", members: [] };
    met.add(e);
    open.push(one);
    return one;
  };
  const whole = found(root);
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { __cause__: cause, __context__: context, __suppress_context__: suppressed } = one.e;
    if (cause !== null && !met.has(cause)) {
      one.link = "cause";
      one.before = found(cause);
    } else if (context !== null && !suppressed && !met.has(context)) {
      one.before = found(context);
    }
    one.members = member_exceptions(one.e, groups).map(found);
  }
  return whole;
}
