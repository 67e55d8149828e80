/** Numbers as Python prints them. */
import { is_int } from "./names.js";

/**
 * Python's `repr` of a float: the shortest digits that read back as the same value, with a point or an exponent always.
 *
 * JavaScript finds the same shortest digits; only the layout differs. CPython writes an exponent below 1e-4 and from 1e16
 * on, of two digits at least.
 *
 * @param value - any number; an integral one is printed as the float, `1.0`
 */
export function float_repr(value: number): string {
  if (Number.isNaN(value)) return "nan";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return `${sign}inf`;
  const [mantissa = "0", power = "0"] = magnitude.toExponential().split("e");
  return sign + layout(mantissa.replace(".", ""), Number(power));
}

/** Lays out decimal digits whose first one counts 10 ** exponent. */
function layout(digits: string, exponent: number): string {
  if (exponent < -4 || exponent >= 16) {
    const point = digits.length > 1 ? `${digits.slice(0, 1)}.${digits.slice(1)}` : digits;
    const power = String(Math.abs(exponent)).padStart(2, "0");
    return `${point}e${exponent < 0 ? "-" : "+"}${power}`;
  }
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  return `${whole}.${digits.slice(exponent + 1) || "0"}`;
}

/**
 * Python's `repr` of the int or float that a JavaScript number stands for.
 *
 * @param value - any number. JavaScript has one type for both: an integral number within ±2 ** 53 prints as an int, every
 *   other one as a float. So Python's `1.0` cannot be told from `1`; {@link float_repr} prints it where a float is meant.
 */
export function number_repr(value: number): string {
  return is_int(value) ? String(value) : float_repr(value);
}
