/** `threading.stack_size`, which has no effect on a simulation. */
import { ValueError } from "../builtins/exceptions.js";
import { RunLocal } from "../kernel/current.js";

/** The least that a thread's stack may have, in bytes. */
const LEAST = 32_768;

const sizes = new RunLocal<{ bytes: number }>(() => ({ bytes: 0 }));

/**
 * Asks for the stack size of new threads, and sets it when a size is given. No thread of a simulation has such a stack: what was set is only remembered.
 * @param size in bytes; 0 for the system's own
 * @returns the size before
 * @throws ValueError `size must be 0 or a positive value`, `size not valid: 1 bytes`
 */
export function stack_size(size = 0): number {
  const run = sizes.get();
  const before = run.bytes;
  if (size < 0) throw new ValueError("size must be 0 or a positive value");
  if (size > 0 && size < LEAST) throw new ValueError(`size not valid: ${String(size)} bytes`);
  run.bytes = size;
  return before;
}
