/** A token as a context manager: its block ends with the variable reset, once (3.14 and later; before, an error). */
import { builtins, contextvars, except, print, repr, str, type Blocking } from "interloop";

const { AttributeError, KeyError, RuntimeError, TypeError } = builtins;
const VARIABLE = new contextvars.ContextVar("variable", { default: "default" });

export default function* program(): Blocking<void> {
  try {
    const token = VARIABLE.set("set");
    yield* token.with(function* () {
      yield* print(VARIABLE.get(), token.old_value);
      yield* VARIABLE.set("inner").with(() => print(VARIABLE.get()));
      yield* print(VARIABLE.get());
    });
    yield* print(VARIABLE.get());
    yield* token.with(() => print("again"));
  } catch (thrown) {
    const error = except(thrown, [TypeError, AttributeError, RuntimeError]);
    yield* print(error.constructor.name, str(error).split(" at ")[0]);
  }
  try {
    yield* VARIABLE.set("raises").with(() => {
      throw new KeyError("k");
    });
  } catch (thrown) {
    yield* print(repr(except(thrown, [TypeError, AttributeError, KeyError])));
  }
  yield* print(VARIABLE.get());
}
