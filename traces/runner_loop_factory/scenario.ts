/** A loop factory: the loop is not set for the thread; Runner takes one from 3.11 on, run from 3.12. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

export default function* program(): Blocking<void> {
  const loops: asyncio.AbstractEventLoop[] = [];

  function factory(): asyncio.AbstractEventLoop {
    loops.push(asyncio.new_event_loop());
    return loops.at(-1) as asyncio.AbstractEventLoop;
  }

  function* main(): Coroutine<void> {
    yield* print("runs in it:", asyncio.get_running_loop() === loops.at(-1));
  }

  const before = asyncio.new_event_loop();

  function* current(): Blocking<void> {
    try {
      yield* print("current:", asyncio.get_event_loop() === before);
    } catch (thrown) {
      yield* print(except(thrown, builtins.RuntimeError));
    }
  }

  asyncio.set_event_loop(before);
  yield* new asyncio.Runner({ loop_factory: factory }).with(function* (runner) {
    yield* print("made", loops.length);
    yield* runner.run(main());
    yield* current();
  });
  yield* current();
  try {
    yield* asyncio.run(main(), { loop_factory: factory });
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
  yield* current();
  yield* new asyncio.Runner({ loop_factory: asyncio.SelectorEventLoop }).with(function* (runner) {
    yield* print(runner.get_loop());
  });
  yield* new asyncio.Runner().with(function* (runner): Blocking<void> {
    runner.get_loop();
  });
  yield* current();
  yield* before.close();
  yield* print(loops.map((loop) => loop.is_closed()));
}
