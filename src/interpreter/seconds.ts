/** Numbers of seconds as CPython's C code takes them: as a 64-bit number of nanoseconds, which not every number fits. */
import { OverflowError, TypeError, ValueError } from "../builtins/exceptions.js";
import { type_name } from "../builtins/names.js";
import { interpreter } from "./state.js";

/** How many seconds 2^63 nanoseconds are, the first that do not fit. */
const LIMIT = 2 ** 63 / 1e9;

/**
 * Checks a number of seconds.
 * @throws TypeError `'str' object cannot be interpreted as an integer`
 * @throws ValueError `Invalid value NaN (not a number)`
 * @throws OverflowError `timestamp out of range for platform time_t`, or for a whole number `timestamp too large to convert to C PyTime_t`
 */
export function checkSeconds(seconds: number): void {
  if (typeof seconds === "number" && seconds < LIMIT && seconds > -LIMIT) return;
  throw refusal(seconds);
}

function refusal(seconds: unknown): TypeError | ValueError | OverflowError {
  const { profile } = interpreter();
  if (typeof seconds !== "number") {
    const type = type_name(seconds);
    const what = profile.secondsErrorNamesFloat ? "an integer or float" : "an integer";
    if (profile.sleepTakesIndex) return new TypeError(`'${type}' object cannot be interpreted as ${what}`);
    return new TypeError(`an integer is required (got type ${type})`);
  }
  if (Number.isNaN(seconds)) return new ValueError("Invalid value NaN (not a number)");
  if (profile.floatSecondsOutOfRange && !Number.isInteger(seconds)) {
    return new OverflowError("timestamp out of range for platform time_t");
  }
  return new OverflowError(`timestamp too large to convert to C ${profile.timeTypePublic ? "PyTime_t" : "_PyTime_t"}`);
}

/**
 * Checks the timeout of something that waits only when it is positive: at a condition, an event or a future.
 * @param timeout in seconds; `null` for none
 * @throws TypeError `'>' not supported between instances of 'str' and 'int'`
 * @throws OverflowError as {@link checkSeconds}
 */
export function checkTimeout(timeout: number | null): void {
  if (timeout === null) return;
  if (typeof timeout !== "number") {
    throw new TypeError(`'>' not supported between instances of '${type_name(timeout)}' and 'int'`);
  }
  if (timeout > 0) checkSeconds(timeout);
}

/**
 * When a timeout is over: at once when it is not positive.
 * @param now the virtual clock, in seconds
 * @param timeout in seconds, checked; `null` for none
 * @returns on the virtual clock, in seconds
 */
export function deadlineAfter(now: number, timeout: number | null): number {
  if (timeout === null) return Infinity;
  return timeout > 0 ? now + timeout : now;
}
