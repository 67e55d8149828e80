/** Equal delays that are asked for one after the other end in that order. */
import { asyncio, print, type Blocking, type Coroutine } from "interloop";

function* sleeper(number: number, order: number[]): Coroutine<void> {
  yield* asyncio.sleep(0.02);
  order.push(number);
}

function* main(): Coroutine<void> {
  const order: number[] = [];
  const tasks = Array.from({ length: 12 }, (_, number) => asyncio.create_task(sleeper(number, order)));
  for (const task of tasks) yield* task;
  yield* print(order);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
