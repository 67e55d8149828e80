/** From 3.13 on asyncio.as_completed makes its tasks and starts its timer when it is called, before when it is first asked. */
import { asyncio, except, print, repr, type Blocking, type Coroutine } from "interloop";

function* child(): Coroutine<string> {
  yield* print("child begins");
  yield* asyncio.sleep(0.05);
  return "child";
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const children = asyncio.as_completed([child()], { timeout: 0.5 });
  yield* print("called", asyncio.all_tasks().size);
  yield* asyncio.sleep(0.2);
  yield* print("asked", asyncio.all_tasks().size);
  for (const coroutine of children) yield* print(yield* coroutine, asyncio.all_tasks().size);

  const never = asyncio.as_completed([loop.create_future()], { timeout: 0.5 });
  yield* asyncio.sleep(0.6);
  const before = loop.time();
  try {
    yield* never.next().value as Coroutine<unknown>;
  } catch (thrown) {
    const error = except(thrown, asyncio.TimeoutError);
    yield* print(repr(error), loop.time() - before < 0.25 ? "at once" : "later");
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
