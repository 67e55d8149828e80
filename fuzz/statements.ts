/** Every kind of statement. A new one is defined in a file of `statements/` and listed there, and nowhere else. */
import type { Kind, Statement } from "./kind.js";
import { callbacks } from "./statements/callbacks.js";
import { combinators } from "./statements/combinators.js";
import { flow } from "./statements/flow.js";
import { futures } from "./statements/futures.js";
import { generators } from "./statements/generators.js";
import { groups } from "./statements/groups.js";
import { notes } from "./statements/notes.js";
import { pools } from "./statements/pools.js";
import { queues } from "./statements/queues.js";
import { submissions } from "./statements/submissions.js";
import { sync } from "./statements/sync.js";
import { synchronisers } from "./statements/threading.js";
import { tasks } from "./statements/tasks.js";
import { threads } from "./statements/threads.js";
import { waiting } from "./statements/waiting.js";

/** All kinds. The first one of each place is what a program shrinks to. */
export const kinds: readonly Kind[] = [
  ...notes,
  ...tasks,
  ...futures,
  ...callbacks,
  ...waiting,
  ...combinators,
  ...groups,
  ...generators,
  ...submissions,
  ...threads,
  ...synchronisers,
  ...queues,
  ...pools,
  ...sync,
  ...flow,
];

const byName = new Map(kinds.map((one) => [one.name, one]));

/**
 * The kind of a statement.
 * @throws Error `no kind of statement is called …`
 */
export function kindOf(statement: Statement): Kind {
  const found = byName.get(statement.do);
  if (found === undefined) throw new Error(`no kind of statement is called ${JSON.stringify(statement.do)}`);
  return found;
}
