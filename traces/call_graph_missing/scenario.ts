/** The call graph functions came with 3.14. */
import { asyncio, builtins, except, print, type Blocking, type Coroutine } from "interloop";

function* main(): Coroutine<void> {
  const task = asyncio.current_task() as asyncio.Task;
  const none = { limit: 0 };
  function* attempt(make: () => unknown): Coroutine<void> {
    try {
      const made = make();
      yield* print(made === undefined || made === null);
    } catch (thrown) {
      yield* print(except(thrown, builtins.AttributeError));
    }
  }

  yield* attempt(() => asyncio.capture_call_graph(task, none));
  yield* attempt(() => asyncio.format_call_graph(task, none));
  try {
    yield* asyncio.print_call_graph(task, none);
    yield* print(true);
  } catch (thrown) {
    yield* print(except(thrown, builtins.AttributeError));
  }
  yield* attempt(() => new asyncio.FutureCallGraph(task, [], []).future);
  const { future_add_to_awaited_by, future_discard_from_awaited_by } = asyncio;
  yield* attempt(future_add_to_awaited_by.bind(null, task, task));
  yield* attempt(future_discard_from_awaited_by.bind(null, task, task));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
