/** What is done already comes in the order of a set, which goes by addresses; so begin the tasks that it makes of coroutines. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* child(name: string): Coroutine<string> {
  yield* print(name, "begins");
  yield* asyncio.sleep(0);
  return name;
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const [a, b, c] = [loop.create_future<string>(), loop.create_future<string>(), loop.create_future<string>()];
  a.set_result("a");
  c.set_result("c");
  const completed = asyncio.as_completed([a, b, c]);
  const next = (): Coroutine<string> => completed.next().value as Coroutine<string>;
  yield* print(yield* next(), yield* next());
  b.set_result("b");
  yield* print(yield* next());
  const results = [];
  for (const coroutine of asyncio.as_completed([child("d"), child("e")])) results.push(yield* coroutine);
  yield* print(results);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
