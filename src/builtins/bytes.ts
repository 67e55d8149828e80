/** Python's `bytes`: here a `Uint8Array`. */
import { ValueError } from "./base_exceptions.js";

/**
 * Python's `b"…"`.
 *
 * @param text - characters up to U+00FF, one for each byte
 * @throws ValueError `bytes can only contain ASCII literal characters`, if there is another one
 */
export function bytes(text: string): Uint8Array {
  const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  if (codes.some((code) => code > 0xff)) throw new ValueError("bytes can only contain ASCII literal characters");
  return Uint8Array.from(codes);
}
