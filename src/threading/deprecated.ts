/** Names that `threading` had before PEP 8, which are deprecated since 3.10. */
import { interpreter } from "../interpreter/state.js";

/**
 * Warns of a name, from 3.10 on.
 * @param name the old one, as a call
 * @param instead what to do instead
 * @internal
 */
export function deprecated(name: string, instead: string): void {
  const run = interpreter();
  if (run.profile.threadingOldNamesWarn) run.warn("DeprecationWarning", `${name} is deprecated, ${instead} instead`);
}
