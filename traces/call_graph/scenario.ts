/** What awaits what: the graph that asyncio.capture_call_graph gives, and its text, without the call stacks. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

function tree(graph: asyncio.FutureCallGraph | null): string {
  if (graph === null) return "None";
  const { future } = graph;
  const name = future instanceof asyncio.Task ? future.get_name() : builtins.type_name(future);
  const parents = builtins.sorted(graph.awaited_by.map(tree));
  return name + (parents.length === 0 ? "" : ` <- (${parents.join(", ")})`);
}

function* looks(label: string): Coroutine<void> {
  const graph = asyncio.capture_call_graph(null, { limit: 0 });
  yield* print(label, tree(graph), graph?.call_stack);
  yield* asyncio.sleep(0);
}

function* awaits(awaitable: asyncio.Awaitable<unknown>): Coroutine<unknown> {
  return yield* awaitable;
}

function start(coroutine: Coroutine<unknown>, name: string): asyncio.Task {
  return asyncio.create_task(coroutine, { name });
}

function* main(): Coroutine<void> {
  yield* looks("alone:");
  yield* awaits(start(looks("awaited:"), "child"));
  const inner = start(looks("by two:"), "inner");
  yield* asyncio.gather(start(awaits(inner), "one"), start(awaits(inner), "two"));
  yield* asyncio.gather(start(looks("gather:"), "child"), asyncio.sleep(0));
  yield* asyncio.wait([start(looks("wait:"), "child")]);
  yield* asyncio.shield(start(looks("shield:"), "child"));
  yield* asyncio.wait_for(start(looks("wait_for:"), "child"), 1);
  for (const coroutine of asyncio.as_completed([start(looks("as_completed:"), "child")])) yield* coroutine;
  yield* new asyncio.TaskGroup().with(function* (group) {
    group.create_task(looks("group:"), { name: "child" });
    yield* asyncio.sleep(0);
  });

  // A bare future, and what was told by hand.
  const future = asyncio.get_running_loop().create_future();
  const graph = asyncio.capture_call_graph(future);
  yield* print(tree(graph), graph?.future === future);
  const waiting = start(awaits(future), "waiting");
  yield* asyncio.sleep(0);
  yield* print(tree(asyncio.capture_call_graph(future)));
  asyncio.future_add_to_awaited_by(future, asyncio.current_task());
  yield* print(tree(asyncio.capture_call_graph(future)));
  asyncio.future_discard_from_awaited_by(future, asyncio.current_task());
  asyncio.future_discard_from_awaited_by(future, asyncio.current_task());
  asyncio.future_add_to_awaited_by(future, 42);
  yield* print(tree(asyncio.capture_call_graph(future)));
  yield* print(asyncio.format_call_graph(future, { limit: 0 }));
  yield* asyncio.print_call_graph(waiting, { limit: 0 });
  future.set_result(null);
  yield* print(tree(asyncio.capture_call_graph(future)));
  yield* waiting;
  yield* print(tree(asyncio.capture_call_graph(future)), tree(asyncio.capture_call_graph(waiting)));

  // Deep.
  const innermost = start(asyncio.sleep(0.01), "innermost");
  const middle = start(awaits(innermost), "middle");
  const outermost = start(awaits(middle), "outermost");
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  yield* asyncio.print_call_graph(innermost, { limit: 0 });
  yield* outermost;
  try {
    asyncio.capture_call_graph(42 as never);
  } catch (thrown) {
    yield* print(except(thrown, builtins.TypeError));
  }
  asyncio.get_running_loop().call_soon(function* (): Blocking<void> {
    yield* print(asyncio.capture_call_graph(), repr(asyncio.format_call_graph()));
  });
  yield* asyncio.sleep(0);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  try {
    asyncio.capture_call_graph();
  } catch (thrown) {
    yield* print(except(thrown, builtins.RuntimeError));
  }
}
