/** KeyboardInterrupt leaves main: the process ends as if by the signal. */
import { builtins, print, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  yield* print("main");
  throw new builtins.KeyboardInterrupt("by hand");
}
