/** Until when threads wait: what the kernel asks before it moves the clock. */
import { CLOCK_SLACK } from "./options.js";
import { BLOCKED, READY, type Thread } from "./thread.js";

/** The earliest deadline of a blocked thread, on the virtual clock in seconds; `Infinity` for none. */
export function nextDeadline(threads: readonly Thread[]): number {
  let earliest = Infinity;
  for (const thread of threads) {
    if (thread.state === BLOCKED && thread.deadline < earliest) earliest = thread.deadline;
  }
  return earliest;
}

/** On a real machine, deadlines that lie within a millisecond of each other are met in any order. @returns these, ascending */
export function nearDeadlines(threads: readonly Thread[], earliest: number): number[] {
  const near: number[] = [];
  for (const thread of threads) {
    const at = thread.deadline;
    if (thread.state === BLOCKED && at < earliest + CLOCK_SLACK && !near.includes(at)) near.push(at);
  }
  return near.sort((a, b) => a - b);
}

/** No thread is due: one list for all, which is not changed. */
const nobody: readonly Thread[] = [];

/** The blocked threads whose deadlines have come, the earliest first and equal ones in order of creation. */
export function dueThreads(threads: readonly Thread[], now: number): readonly Thread[] {
  let due: Thread[] | null = null;
  for (const thread of threads) {
    if (thread.state === BLOCKED && thread.deadline <= now) (due ??= []).push(thread);
  }
  if (due === null) return nobody;
  return due.length > 1 ? due.sort((a, b) => a.deadline - b.deadline || a.id - b.id) : due;
}

/** In the lagging mode: up to when the clock may move although a thread could run; `Infinity` when there is nothing to be late for. */
export function nextLag(threads: readonly Thread[], now: number): number {
  let earliest = nextDeadline(threads);
  for (const thread of threads) {
    if (thread.state !== READY || thread.alarm === null) continue;
    const at = thread.alarm.nextAfter(now);
    if (at < earliest) earliest = at;
  }
  return earliest;
}
