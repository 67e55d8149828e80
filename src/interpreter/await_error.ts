/** What Python says of something that cannot be awaited. */
import { TypeError } from "../builtins/exceptions.js";
import { type_name } from "../builtins/names.js";
import { interpreter } from "./state.js";

/** The error for `await value`: `object int can't be used in 'await' expression`, from 3.14 on `'int' object can't be awaited`. */
export function awaitErrorOf(value: unknown): TypeError {
  const name = type_name(value);
  const quotes = interpreter().profile.awaitErrorQuotesClass;
  return new TypeError(
    quotes ? `'${name}' object can't be awaited` : `object ${name} can't be used in 'await' expression`,
  );
}
