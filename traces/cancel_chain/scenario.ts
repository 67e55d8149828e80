/** Cancelling the outermost of a chain of tasks: the innermost sees it first, one level for each iteration. */
import { asyncio, except, print, type Blocking, type Coroutine } from "interloop";

function* level(number: number, inner: asyncio.Future | asyncio.Task): Coroutine<void> {
  try {
    yield* inner;
  } catch (thrown) {
    const error = except(thrown, asyncio.CancelledError);
    yield* print("level", number);
    throw error;
  }
}

function* main(): Coroutine<void> {
  const inner = asyncio.get_running_loop().create_future();
  const tasks: (asyncio.Future | asyncio.Task)[] = [inner];
  let outermost: asyncio.Future | asyncio.Task = inner;
  for (let number = 0; number < 4; number++) {
    outermost = asyncio.create_task(level(number, outermost));
    tasks.push(outermost);
  }
  for (let iteration = 0; iteration < 4; iteration++) yield* asyncio.sleep(0);
  yield* print("cancel:", outermost.cancel(), "inner cancelled:", inner.cancelled());
  for (let number = 0; number < 5; number++) {
    yield* asyncio.sleep(0);
    yield* print(
      ...["iteration", number + 1],
      tasks.map((task) => task.cancelled()),
    );
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
