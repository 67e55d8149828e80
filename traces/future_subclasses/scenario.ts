/** Classes that are derived from Future and Task. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

class Watched extends asyncio.Future<number> {
  readonly seen: number[] = [];

  override set_result(result: number): void {
    this.seen.push(result);
    super.set_result(result);
  }
}

class Named<T> extends asyncio.Task<T> {
  override cancel(...args: [msg?: unknown]): boolean {
    this.set_name("cancelled");
    return super.cancel(...args);
  }
}

class Plain extends asyncio.Future {}

function* awaits<T>(future: asyncio.Awaitable<T>): Coroutine<T> {
  return yield* future;
}

function short(task: unknown): string {
  return repr(task).split(" coro")[0] ?? "";
}

function* main(): Coroutine<void> {
  let future = new Watched();
  yield* print(future, asyncio.isfuture(future), future instanceof asyncio.Future);
  let task = new Named(awaits(future), { name: "named" });
  yield* print(short(task), task instanceof asyncio.Task, (task as object) instanceof asyncio.Future);
  yield* asyncio.sleep(0);
  future.set_result(1);
  yield* print(yield* task, future, short(task), future.seen);

  // A cancellation goes through the methods of what is waited for.
  future = new Watched();
  task = new Named(awaits(future), { name: "named" });
  const group = asyncio.gather(task);
  yield* asyncio.sleep(0);
  group.cancel();
  try {
    yield* group;
  } catch (thrown) {
    yield* print(repr(except(thrown, asyncio.CancelledError)), future, short(task));
  }

  // By the loop's task factory.
  const loop = asyncio.get_running_loop();
  loop.set_task_factory((own, coro, keywords) => new Named(coro, { loop: own, ...keywords }));
  const plain = loop.create_future<number>();
  const made = asyncio.create_task(awaits(plain), { name: "made" });
  yield* print(short(made), short(asyncio.ensure_future(awaits(made))));
  plain.set_result(2);
  yield* print(yield* made);

  // Nobody looks at its exception.
  new Plain().set_exception(new builtins.ValueError("unseen"));
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
