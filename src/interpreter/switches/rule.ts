/** One behaviour that differs between versions of CPython, and where it holds. */
export interface Switch {
  /** What holds, in a sentence without its full stop. */
  readonly says: string;
  /** The number of CPython's issue, where one is known. */
  readonly issue: string | null;
  /** Whether it holds in a minor version: 13 for 3.13. */
  readonly holds: (minor: number) => boolean;
}

/** A minor version, such as `3.13`. */
type Minor = `3.${number}`;
type Issue = `bpo-${number}` | `gh-${number}`;

function minorOf(version: Minor): number {
  return Number(version.slice(2));
}

/** What came with a version. @param first the first one that has it */
export function since(first: Minor, says: string, issue: Issue | null = null): Switch {
  const from = minorOf(first);
  return { says, issue, holds: (minor) => minor >= from };
}

/** What went away. @param last the last one that has it */
export function until(last: Minor, says: string, issue: Issue | null = null): Switch {
  const to = minorOf(last);
  return { says, issue, holds: (minor) => minor <= to };
}

/** What came and went away again. */
export function between(first: Minor, last: Minor, says: string, issue: Issue | null = null): Switch {
  const [from, to] = [minorOf(first), minorOf(last)];
  return { says, issue, holds: (minor) => minor >= from && minor <= to };
}
