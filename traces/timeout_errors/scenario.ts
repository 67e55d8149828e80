/** How a timeout must not be used. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const timeout = asyncio.timeout(10);
  yield* timeout.with(function* () {
    try {
      yield* timeout.with(() => print("not reached"));
    } catch (thrown) {
      yield* print(except(thrown, builtins.RuntimeError));
    }
    yield* print(timeout.expired());
  });
  try {
    yield* timeout.with(() => print("not reached"));
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError), timeout);
  }

  // Outside of a task, by hand.
  const done = loop.create_future<string>();
  loop.call_soon(() => {
    try {
      asyncio
        .timeout(1)
        .with(() => print("not reached"))
        .next();
    } catch (thrown) {
      done.set_result(builtins.str(except(thrown, builtins.RuntimeError)));
    }
  });
  yield* print(yield* done);
  yield* print(new asyncio.Timeout(5.5), new asyncio.Timeout(5.5).when(), new asyncio.Timeout(null).when());
}

export default function* program(): Blocking<void> {
  try {
    asyncio.timeout(1);
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
  yield* asyncio.run(main());
}
