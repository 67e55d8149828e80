/** Exception groups as values: text, parts, split, subgroup and derive, and the errors of construction. */
import { builtins, except, print, repr, str, type Blocking } from "interloop";

const { BaseExceptionGroup, ExceptionGroup, KeyboardInterrupt, KeyError, TypeError, ValueError } = builtins;

function* attempt(label: string, action: () => unknown): Blocking<void> {
  try {
    yield* print(label, repr(action()));
  } catch (thrown) {
    const error = except(thrown, [TypeError, ValueError]);
    yield* print(label, `${builtins.type_name(error)}:`, error);
  }
}

export default function* program(): Blocking<void> {
  const group = new ExceptionGroup("two", [
    new ValueError("v"),
    new ExceptionGroup("in", [new TypeError("t"), new ValueError("w")]),
  ]);
  yield* print(str(group), repr(group), group.message, group.exceptions);
  yield* print(repr(group.subgroup(ValueError)));
  yield* print(group.split(TypeError));
  yield* print(group.split(KeyError));
  yield* print(repr(new BaseExceptionGroup("plain", [new ValueError()])));
  yield* print(repr(new BaseExceptionGroup("base", [new KeyboardInterrupt()])));
  yield* attempt("empty:", () => new ExceptionGroup("empty", []));
  yield* attempt("not exceptions:", () => new ExceptionGroup("wrong", [1 as never]));
  yield* attempt("a base exception:", () => new ExceptionGroup("wrong", [new KeyboardInterrupt()]));
  yield* attempt("no message:", () => new ExceptionGroup(1 as never, [new ValueError()]));
  yield* attempt("no sequence:", () => new ExceptionGroup("m", 1 as never));
}
