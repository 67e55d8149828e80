/** Where in the user's sources an error of JavaScript comes from. */
import type { Bundle, Place } from "./bundle.js";

/** What stack traces call the bundled script. */
export const BUNDLE_NAME = "interloop:scenario";

/** What knows where a place of the bundled script was written. */
export type Places = Pick<Bundle, "origin">;

const FRAME = new RegExp(`${BUNDLE_NAME}:(\\d+):(\\d+)`);

/** A place as editors and terminals make it clickable. */
export function showPlace({ file, line, column }: Place): string {
  return `${file}:${String(line)}:${String(column)}`;
}

/** The place of the scenario that the innermost frame of an error is in; null when none is. */
export function firstPlace(error: unknown, places: Places): string | null {
  for (const frame of framesOf(error)) {
    const place = placeOf(frame, places);
    if (place !== null) return place;
  }
  return null;
}

/**
 * The stack of an error with the places where the user wrote them. What is not the user's (this package, Node) is left out, unless there is
 * nothing else.
 * @param error anything that was thrown
 * @returns lines, each ending in a newline
 */
export function showStack(error: unknown, places: Places): string {
  if (!(error instanceof Error)) return `thrown: ${String(error)}\n`;
  const frames = framesOf(error);
  const own = frames.flatMap((frame) => {
    const place = placeOf(frame, places);
    return place === null ? [] : [`    ${frame.trim().replace(FRAME, place)}`];
  });
  return [headOf(error), ...(own.length > 0 ? own : frames), ""].join("\n");
}

/** The frames of an error's stack, innermost first. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || typeof error.stack !== "string") return [];
  return error.stack.split("\n").filter((line) => /^\s+at /.test(line));
}

/** What stands before the frames: the name and the message, of one line or more. */
function headOf(error: Error): string {
  const { stack } = error;
  const head = typeof stack === "string" ? stack.split(/\n\s+at /, 1)[0] : undefined;
  return head === undefined || head === "" ? `${error.name}: ${error.message}` : head;
}

function placeOf(frame: string, places: Places): string | null {
  const [, line, column] = FRAME.exec(frame) ?? [];
  if (line === undefined || column === undefined) return null;
  const place = places.origin(Number(line), Number(column));
  return place === null ? null : showPlace(place);
}
