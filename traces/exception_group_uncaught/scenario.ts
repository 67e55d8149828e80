/** An exception group leaves main uncaught: how it is printed, with notes, a cause, and a nested group. */
import { asyncio, builtins, type Blocking, type Coroutine } from "interloop";

const { ExceptionGroup, KeyError, OSError, TypeError, ValueError } = builtins;

function* main(): Coroutine<never> {
  const first = new ValueError("first");
  first.add_note("a note\nof two lines");
  const second = new TypeError("second");
  second.__cause__ = new KeyError("cause");
  const inner = new ExceptionGroup("inner", [new OSError("third")]);
  throw new ExceptionGroup("outer", [first, second, inner]);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
