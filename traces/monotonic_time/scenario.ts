/** time.sleep and time.monotonic: sleep is never too short, and refuses negative and non-numeric delays. */
import { builtins, except, print, time, type Blocking } from "interloop";

const { TypeError, ValueError } = builtins;

function* attempt<A extends unknown[]>(label: string, action: (...args: A) => Blocking<unknown>, ...args: A) {
  try {
    yield* print(label, yield* action(...args));
  } catch (thrown) {
    const error = except(thrown, [TypeError, ValueError]);
    yield* print(label, `${error.name}:`, error);
  }
}

export default function* main(): Blocking<void> {
  const before = time.monotonic();
  yield* attempt("sleep(0.02):", time.sleep, 0.02);
  yield* print("long enough:", time.monotonic() - before >= 0.02, typeof before === "number");
  yield* attempt("sleep(0):", time.sleep, 0);
  yield* attempt("sleep(-1):", time.sleep, -1);
  yield* attempt("sleep('1'):", time.sleep, "1" as never);
  yield* attempt("sleep(None):", time.sleep, null as never);
  yield* attempt("sleep(nan):", time.sleep, NaN);
}
