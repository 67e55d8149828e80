/** wait for a future that is given twice: up to 3.8, one that is done already keeps it waiting for ever. */
import { builtins, concurrent, except, print, type Blocking } from "interloop";

const { Future, wait } = concurrent.futures;

export default function* program(): Blocking<void> {
  const future = new Future<number>();
  yield* print((yield* wait([future, future], { timeout: 0.01 })).not_done.size);
  yield* future.set_result(1);
  yield* print((yield* wait([future, future], { timeout: 0.01 })).done.size);
  try {
    yield* print((yield* wait([future].values())).done.size);
  } catch (thrown) {
    except(thrown, builtins.TypeError);
    yield* print("TypeError");
  }
  try {
    yield* wait([future, new Future<number>()], { return_when: "SOMETIMES" });
  } catch (thrown) {
    yield* print(except(thrown, builtins.ValueError));
  }
  try {
    yield* wait([future, 1 as never]);
  } catch (thrown) {
    yield* print(except(thrown, builtins.AttributeError));
  }
  yield* print((yield* wait([future, future])).done.size);
}
