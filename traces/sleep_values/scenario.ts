/** asyncio.sleep: its result, zero and negative delays, and delays that are no numbers. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

const { TypeError, ValueError } = builtins;

function* attempt(label: string, ...args: [delay: unknown, result?: unknown]): Coroutine<void> {
  try {
    yield* print(label, yield* asyncio.sleep(...(args as [number, unknown])));
  } catch (thrown) {
    const error = except(thrown, [TypeError, ValueError]);
    yield* print(label, `${error.name}:`, error);
  }
}

function* main(): Coroutine<void> {
  yield* attempt("0:", 0);
  yield* attempt("0 with a result:", 0, "result");
  yield* attempt("negative:", -5, "negative");
  yield* attempt("0.01:", 0.01, [1, 2]);
  yield* attempt("None:", null);
  yield* attempt("string:", "1");
  yield* attempt("NaN:", NaN, "nan");
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
