/** Strings and bytes as Python prints them. */

/** No quote, no backslash, printable ASCII alone: such a string needs no look at its characters. */
const SIMPLE = /^[ !#-&(-[\]-~]*$/;

/**
 * What Python calls not printable: the separators other than the space, and the characters that are control, format,
 * surrogate, for private use or not assigned. What is assigned depends on the Unicode version of the JavaScript engine.
 */
const NOT_PRINTABLE = /[\p{C}\p{Z}]/u;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/**
 * Python's `repr` of a string: in single quotes, unless it has single quotes and no double ones.
 *
 * @param value - any string; a surrogate without its other half is escaped, as Python does
 */
export function str_repr(value: string): string {
  if (SIMPLE.test(value)) return `'${value}'`;
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  let text = quote;
  for (const char of value) text += char === quote ? `\\${char}` : escape(char);
  return text + quote;
}

function escape(char: string): string {
  const short = SHORT_ESCAPES[char];
  if (short !== undefined) return short;
  if (char === " " || !NOT_PRINTABLE.test(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/**
 * Python's `repr` of bytes.
 *
 * @param data - the bytes
 */
export function bytes_repr(data: Uint8Array): string {
  const quote = data.includes(0x27) && !data.includes(0x22) ? '"' : "'";
  let text = `b${quote}`;
  for (const byte of data) text += byte === quote.charCodeAt(0) ? `\\${quote}` : byte_text(byte);
  return text + quote;
}

function byte_text(byte: number): string {
  const char = String.fromCharCode(byte);
  const short = SHORT_ESCAPES[char];
  if (short !== undefined) return short;
  if (byte >= 0x20 && byte < 0x7f) return char;
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}
