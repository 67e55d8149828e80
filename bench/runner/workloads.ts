// The workloads: what is measured, in which unit, and what is to be reached.

/** Whose program stands beside ours. */
export type Peer = "CPython" | "fast-check";

/** What is to be reached: so many times the peer's rate, so many operations a second, or so many bytes at most. */
export type Target =
  | { readonly kind: "ratio"; readonly atLeast: number }
  | { readonly kind: "rate"; readonly atLeast: number }
  | { readonly kind: "bytes"; readonly atMost: number };

/** One program, written twice: once for Interloop and once for the peer. */
export interface Workload {
  /** How `--only` and the table call it. */
  readonly name: string;
  /** The file name of the program on both sides, without its extension. */
  readonly program: string;
  /** What the program is told besides its scale. */
  readonly variant: string | null;
  /** What one operation is, in the plural. */
  readonly operations: string;
  readonly peer: Peer;
  readonly target: Target;
  /** For a workload whose memory is measured too. */
  readonly memory: Target | null;
}

function besideCPython(name: string, operations: string, atLeast: number, memory: Target | null = null): Workload {
  const program = name.toLowerCase();
  return { name, program, variant: null, operations, peer: "CPython", target: { kind: "ratio", atLeast }, memory };
}

function exploration(variant: string): Workload {
  return {
    name: `W8 ${variant}`,
    program: "w8",
    variant,
    operations: "executions",
    peer: "fast-check",
    target: { kind: "rate", atLeast: 100_000 },
    memory: null,
  };
}

/** All workloads, in the order of the table. */
export const workloads: readonly Workload[] = [
  besideCPython("W1", "callbacks", 80),
  besideCPython("W2", "sleeps", 22),
  besideCPython("W3a", "tasks", 14),
  besideCPython("W3b", "timers", 15),
  besideCPython("W4", "awaits", 17),
  besideCPython("W5", "tasks", 5),
  besideCPython("W6", "tasks", 18, { kind: "bytes", atMost: 500 }),
  besideCPython("W7", "round trips", 150),
  exploration("atomic"),
  exploration("locked"),
  exploration("racy"),
];

/**
 * The workloads that a list such as `W1,W3b` names; `W8` alone names its three variants.
 *
 * @throws Error `unknown workload 'W9': the workloads are W1, …` for any other name
 */
export function selectWorkloads(list: string): readonly Workload[] {
  const wanted = list.split(",").map((name) => name.trim());
  const matches = (workload: Workload, name: string): boolean =>
    [workload.name.toLowerCase(), workload.program].includes(name.toLowerCase());
  for (const name of wanted) {
    if (!workloads.some((workload) => matches(workload, name))) {
      const known = [...new Set(workloads.map((workload) => workload.program.replace("w", "W")))].join(", ");
      throw new Error(`unknown workload '${name}': the workloads are ${known}`);
    }
  }
  return workloads.filter((workload) => wanted.some((name) => matches(workload, name)));
}
