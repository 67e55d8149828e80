/** Python's way of writing any bytes as a text: what is no UTF-8 becomes lone surrogates, `surrogateescape`. */

const ESCAPED = /[\udc80-\udcff]/u;

/** Whether a text stands for bytes that are no UTF-8. */
export function hasEscapes(text: string): boolean {
  return ESCAPED.test(text);
}

/** The bytes that a text stands for. */
export function toBytes(text: string): Uint8Array {
  const parts = text.split(/([\udc80-\udcff])/u).map((part) => {
    return ESCAPED.test(part) ? Buffer.from([part.charCodeAt(0) - 0xdc00]) : Buffer.from(part, "utf8");
  });
  return Buffer.concat(parts);
}
