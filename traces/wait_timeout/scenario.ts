/** asyncio.wait with a limit: it cancels nothing and raises nothing, and what is done by then is done. */
import { asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

type Named = asyncio.Future & { get_name(): string };

function names(tasks: Iterable<Named>): string[] {
  return builtins.sorted(Array.from(tasks, (task) => task.get_name()));
}

function* waits(label: string, tasks: Named[], options: asyncio.WaitOptions = {}): Coroutine<void> {
  const [done, pending] = yield* asyncio.wait(tasks, options);
  yield* print(label, names(done), names(pending));
}

function sleeping(name: string, delay: number): Named {
  return asyncio.create_task(asyncio.sleep(delay), { name });
}

function* main(): Coroutine<void> {
  const tasks = [sleeping("a", 0.01), sleeping("b", 0.5)];
  yield* waits("zero", tasks, { timeout: 0 });
  yield* waits("negative", tasks, { timeout: -1 });
  yield* waits("short", tasks, { timeout: 0.2 });
  yield* waits("done already", tasks.slice(0, 1), { timeout: 0 });
  yield* waits("first is done", tasks, { timeout: 5, return_when: asyncio.FIRST_COMPLETED });
  yield* waits("none", tasks, { timeout: null });
  yield* waits("in time", [sleeping("c", 0.01)], { timeout: 1 });
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
