/** sys.exit in main with a number: the process's exit code. */
import { print, sys, type Blocking } from "interloop";

export default function* program(): Blocking<void> {
  try {
    sys.exit(4);
  } finally {
    yield* print("finally runs");
  }
}
