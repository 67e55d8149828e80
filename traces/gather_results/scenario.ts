/** What gather gives: results in the order of the arguments, duplicates once, nothing for nothing; and who becomes which task. */
import { asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

function* work<T>(name: string, iterations: number, result: T): Coroutine<T> {
  yield* print(name, "in", asyncio.current_task()?.get_name());
  for (let n = 0; n < iterations; n++) yield* asyncio.sleep(0);
  yield* print(name, "done");
  return result;
}

function* fails(iterations: number): Coroutine<void> {
  for (let n = 0; n < iterations; n++) yield* asyncio.sleep(0);
  throw new builtins.ValueError("failed");
}

function* main(): Coroutine<void> {
  yield* print(yield* asyncio.gather(work("a", 3, 1), work("b", 0, 2), work("c", 2, 3)));
  const coroutine = work("once", 0, [4]);
  const [first, second] = yield* asyncio.gather(coroutine, coroutine);
  yield* print(first, first === second);
  const nothing = asyncio.gather();
  yield* print(nothing, yield* nothing);
  const task = asyncio.create_task(work("task", 0, 5));
  const future = asyncio.get_running_loop().create_future<number>();
  asyncio.get_running_loop().call_later(0.01, (result: number) => future.set_result(result), 6);
  yield* print(yield* asyncio.gather(future, task, work("d", 0, 7), task, future));
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, work("e", 0, 8), fails(0), fails(1)));
  yield* print(yield* asyncio.gather(asyncio.gather(work("f", 0, 9), work("g", 0, 10)), asyncio.gather()));
  yield* print(
    yield* asyncio.gather(asyncio.sleep(0), asyncio.sleep(0, 11), asyncio.sleep(0.01, 12), asyncio.sleep(0)),
  );
  yield* print(asyncio.create_task(work("h", 0, 13)).get_name());
  yield* asyncio.sleep(0);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
