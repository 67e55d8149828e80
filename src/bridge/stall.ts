/** Reads where a program is from the tracebacks that Python's `faulthandler` writes. */
import { basename, sep } from "node:path";

interface Frame {
  readonly file: string;
  readonly line: string;
  readonly name: string;
}

/**
 * Where a program hangs.
 * @param dump what `faulthandler` has written: the stack of each thread, the most recent call first
 * @param agent the agent's own folder: threads that wait for their turn are in it
 * @param program the program's file
 * @returns such as `line 3 of program.py, in main`
 */
export function placeOf(dump: string, agent: string, program: string): string {
  const stacks = dump
    .split(/^(?=(?:Current thread|Thread) 0x)/m)
    .map(framesOf)
    .filter((frames) => frames.length > 0);
  // The thread that runs is the one that does not wait for its turn.
  const running = stacks.find(([first]) => first?.file.startsWith(agent + sep) === false) ?? stacks[0] ?? [];
  const frame = running.find(({ file }) => file === program) ?? running[0];
  if (frame === undefined) return "a place that Python could not tell";
  const inner = running[0] as Frame;
  const call = inner === frame || inner.file.startsWith(agent + sep) ? "" : `, inside ${show(inner)}`;
  return `${show(frame)}${call}`;
}

function framesOf(stack: string): Frame[] {
  return [...stack.matchAll(/^ {2}File "(.*)", line (\d+) in (.*)$/gm)].map(([, file = "", line = "", name = ""]) => {
    return { file, line, name };
  });
}

function show({ file, line, name }: Frame): string {
  const where = `line ${line} of ${basename(file)}`;
  return name === "<module>" ? where : `${where}, in ${name}`;
}
