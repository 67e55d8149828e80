/** sys.exit in main with a text: the text goes to standard error, the exit code is 1. */
import { print, sys, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  yield* print("main exits");
  sys.exit("a message");
}
