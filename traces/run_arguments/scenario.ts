/** What asyncio.run says to things that are not coroutines. */
import { asyncio, builtins, except, print, str, type Blocking, type Coroutine } from "interloop";

const { TypeError, ValueError } = builtins;

function* main(): Coroutine<void> {
  yield* print("main runs");
}

function* attempt(label: string, thing: unknown) {
  try {
    yield* print(label, yield* asyncio.run(thing as Coroutine<unknown>));
  } catch (thrown) {
    const error = except(thrown, [TypeError, ValueError]);
    yield* print(label, error.name, str(error).split(" at 0x")[0]);
  }
}

export default function* program(): Blocking<void> {
  yield* attempt("number:", 42);
  yield* attempt("None:", null);
  yield* attempt("string:", "main");
  yield* attempt("function:", main);
  yield* attempt("coroutine:", main());
}
