/** A waiter in result(timeout) and a setter that comes at about the same time: a value or a timeout, both are possible. */
import { concurrent, except, print, threading, time, type Blocking } from "interloop";

function* setter(future: concurrent.futures.Future<string>): Blocking<void> {
  yield* time.sleep(0.02);
  yield* future.set_result("value");
}

export default function* program(): Blocking<void> {
  const future = new concurrent.futures.Future<string>();
  const thread = new threading.Thread({ target: setter, args: [future] });
  yield* thread.start();
  try {
    yield* print(yield* future.result(0.02));
  } catch (thrown) {
    except(thrown, concurrent.futures.TimeoutError);
    yield* print("timed out");
  }
  yield* thread.join();
}
