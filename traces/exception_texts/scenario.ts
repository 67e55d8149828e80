/** How exceptions print: str, repr, and the last line of a traceback, for the classes of the floor. */
import { asyncio, builtins, concurrent, print, repr, str, type Blocking } from "interloop";

const { KeyboardInterrupt, KeyError, OSError, StopIteration, SystemExit, TimeoutError, ValueError } = builtins;

class Custom extends builtins.Exception {}

class WithText extends builtins.Exception {
  override __str__(): string {
    return "its own text";
  }
}

function* show(error: builtins.BaseException): Blocking<void> {
  yield* print(repr(error), "|", str(error), "|", builtins.format_exception_only(error).trimEnd());
}

function name_of_base(cls: object): string {
  return (Object.getPrototypeOf(cls) as { readonly name: string }).name;
}

export default function* program(): Blocking<void> {
  yield* show(new ValueError());
  yield* show(new ValueError(""));
  yield* show(new ValueError("text"));
  yield* show(new ValueError("two", "arguments"));
  yield* show(new ValueError(42));
  yield* show(new ValueError(null));
  yield* show(new ValueError(builtins.tuple("a tuple")));
  yield* show(new ValueError("line one\nline two"));
  yield* show(new ValueError(new ValueError("inner")));
  yield* show(new KeyError("key"));
  yield* show(new KeyError());
  yield* show(new KeyError(1, 2));
  yield* show(new OSError("text"));
  yield* show(new StopIteration("value"));
  yield* show(new SystemExit(3));
  yield* show(new KeyboardInterrupt());
  yield* show(new TimeoutError());
  yield* show(new Custom("custom"));
  yield* show(new WithText("ignored"));
  yield* show(new asyncio.CancelledError("message"));
  yield* show(new asyncio.TimeoutError("text"));
  yield* show(new asyncio.InvalidStateError("invalid state"));
  yield* show(new concurrent.futures.CancelledError());
  yield* show(new concurrent.futures.TimeoutError());
  yield* show(new concurrent.futures.InvalidStateError("text"));
  yield* print(name_of_base(asyncio.CancelledError), name_of_base(concurrent.futures.CancelledError));
}
