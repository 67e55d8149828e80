/** Mirrors Python's `print`: one `write()` call for each argument, separator and end. */
import { interpreter } from "../interpreter/state.js";
import type { Piece, TextStream } from "../interpreter/streams.js";
import { current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import type { Blocking } from "../kernel/traps.js";
import { str } from "./object_repr.js";

/** Python's keyword arguments of `print`. */
export interface PrintOptions {
  /** Between the values: a space unless told. */
  readonly sep?: string;
  /** After them: a newline unless told. */
  readonly end?: string;
  /** Where to; standard output unless told. */
  readonly file?: "stdout" | "stderr";
  /** Whether to flush at the end. */
  readonly flush?: boolean;
}

function* printing(
  kernel: Kernel,
  stream: TextStream,
  values: readonly unknown[],
  options: PrintOptions,
): Blocking<void> {
  kernel.undriven = "";
  const { sep = " ", end = "\n", flush = false } = options;
  const pieces: Piece[] = [];
  for (const value of values) {
    if (pieces.length > 0) pieces.push(sep);
    // CPython asks for the text of a value just before it writes it, when other threads may have gone first.
    pieces.push(() => str(value));
  }
  pieces.push(end);
  yield* stream.write(kernel, pieces, flush);
}

/**
 * Python's `print(*values)`: writes them to standard output, separated by spaces and ended by a newline.
 * Other threads can go first; whether they can come between the parts of a line depends on the stdout model.
 */
export function print(...values: unknown[]): Blocking<void> {
  const kernel = current();
  kernel.calls("print(…)");
  return printing(kernel, interpreter().stdout, values, {});
}

/** `print` with Python's keyword arguments, given first: `yield* print_kw({ end: "" }, "no newline")`. */
export function print_kw(options: PrintOptions, ...values: unknown[]): Blocking<void> {
  const kernel = current();
  kernel.calls("print_kw(…)");
  const { stdout, stderr } = interpreter();
  return printing(kernel, options.file === "stderr" ? stderr : stdout, values, options);
}
