/**
 * A schedule: the choices of a run in which it departs from the default. With the scenario and the options it determines the run.
 *
 * As text it is one line, such as `i1:3=t1,7=time,9=2`: the version, then for each such choice its number in the run (from 0)
 * and what was chosen: `tN` (thread N goes next), `time` (time passes) or a number (one of several ways that are no matter of
 * threads). `i1:` alone is the default schedule.
 */
import { UsageError } from "../kernel/errors.js";
import { TIME_PASSES } from "../kernel/kernel.js";

/** What was chosen: a thread by its number, that time passes, or one of several other ways by its number. */
export type Choice = { readonly thread: number } | { readonly way: number } | "time";

/** One choice that differs from the default's. */
export interface Decision {
  /** The number of the choice point in the run, from 0. */
  readonly index: number;
  readonly choice: Choice;
}

/** All choices of a run that differ from the default's, in the order of the run. */
export type Schedule = readonly Decision[];

/** How the text of a schedule begins: the version of its syntax. */
export const SCHEDULE_PREFIX = "i1:";

/** The text of the default schedule. */
export const defaultSchedule = SCHEDULE_PREFIX;

const SHAPE = "write i1: and then INDEX=CHOICE pairs with commas between, such as i1:3=t1,7=time";

function formatChoice(choice: Choice): string {
  if (choice === "time") return "time";
  return "thread" in choice ? `t${String(choice.thread)}` : String(choice.way);
}

/**
 * A schedule as text.
 * @throws UsageError when its indexes do not ascend or a number in it is no whole number
 */
export function formatSchedule(schedule: Schedule): string {
  checkOrder(schedule);
  return SCHEDULE_PREFIX + schedule.map(({ index, choice }) => `${String(index)}=${formatChoice(choice)}`).join(",");
}

/**
 * Reads a schedule.
 * @param text as {@link formatSchedule} writes it; white space around it is ignored
 * @throws UsageError one line: what is wrong, where, and what would be right
 */
export function parseSchedule(text: string): Schedule {
  if (typeof text !== "string") throw new UsageError(`a schedule is a text, not ${typeof text}: ${SHAPE}`);
  const line = text.trim();
  if (!line.startsWith(SCHEDULE_PREFIX)) {
    throw new UsageError(`schedule ${quote(line)}: it does not begin with ${SCHEDULE_PREFIX}: ${SHAPE}`);
  }
  const body = line.slice(SCHEDULE_PREFIX.length);
  if (body === "") return [];
  let at = SCHEDULE_PREFIX.length + 1;
  let before = -1;
  return body.split(",").map((entry, number) => {
    const where = `schedule, entry ${String(number + 1)} (character ${String(at)}), ${quote(entry)}`;
    at += entry.length + 1;
    const decision = parseEntry(entry, where);
    if (decision.index <= before) {
      throw new UsageError(
        `${where}: choice ${String(decision.index)} stands after choice ${String(before)}; they must ascend`,
      );
    }
    before = decision.index;
    return decision;
  });
}

const ENTRY = /^(?<index>0|[1-9]\d*)=(?:t(?<thread>0|[1-9]\d*)|(?<time>time)|(?<way>0|[1-9]\d*))$/;

function parseEntry(entry: string, where: string): Decision {
  const groups = ENTRY.exec(entry)?.groups;
  if (groups === undefined) {
    throw new UsageError(
      `${where}: it is not INDEX=CHOICE, where INDEX is a number and CHOICE is tN, time or a number`,
    );
  }
  const { thread, time, way } = groups;
  const index = whole(groups["index"] ?? "", where);
  if (time !== undefined) return { index, choice: "time" };
  if (thread !== undefined) return { index, choice: { thread: whole(thread, where) } };
  return { index, choice: { way: whole(way ?? "", where) } };
}

function whole(digits: string, where: string): number {
  const value = Number(digits);
  if (!Number.isSafeInteger(value))
    throw new UsageError(`${where}: ${digits} is too large; the largest number is 2^53 - 1`);
  return value;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}

function checkOrder(schedule: Schedule): void {
  let before = -1;
  for (const { index, choice } of schedule) {
    const number = choice === "time" ? 0 : "thread" in choice ? choice.thread : choice.way;
    for (const value of [index, number]) {
      if (Number.isSafeInteger(value) && value >= 0) continue;
      throw new UsageError(`schedule, choice ${String(index)}: ${String(value)} is no whole number from 0 to 2^53 - 1`);
    }
    if (index <= before) {
      throw new UsageError(`schedule: choice ${String(index)} stands after choice ${String(before)}; they must ascend`);
    }
    before = index;
  }
}

/**
 * A schedule from either form.
 * @throws UsageError as {@link parseSchedule}, also for a value that could not be printed
 */
export function toSchedule(schedule: string | Schedule): Schedule {
  if (typeof schedule === "string") return parseSchedule(schedule);
  checkOrder(schedule);
  return schedule;
}

/**
 * The schedule that a kernel has collected.
 * @param decisions pairs of a choice point's number and a code: see `Kernel.decisions`
 */
export function scheduleOf(decisions: readonly number[]): Schedule {
  const schedule: Decision[] = [];
  for (let at = 0; at + 1 < decisions.length; at += 2) {
    const code = decisions[at + 1] as number;
    const choice: Choice = code === TIME_PASSES ? "time" : code >= 0 ? { thread: code } : { way: -2 - code };
    schedule.push({ index: decisions[at] as number, choice });
  }
  return schedule;
}

/** What {@link scheduleOf} undoes: a choice as the kernel codes it. */
export function codeOf(choice: Choice): number {
  if (choice === "time") return TIME_PASSES;
  return "thread" in choice ? choice.thread : -2 - choice.way;
}
