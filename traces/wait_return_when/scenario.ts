/** asyncio.wait ends with the first that is done, with the first that failed, or with all; a cancelled one has not failed. */
import { asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

type Child = readonly [name: string, delay: number, error?: builtins.BaseException];

function* child(name: string, delay: number, error: builtins.BaseException | null = null): Coroutine<string> {
  try {
    yield* asyncio.sleep(delay);
  } finally {
    yield* print(name, "ends");
  }
  if (error !== null) throw error;
  return name;
}

function names(tasks: Iterable<asyncio.Task<string>>): string[] {
  return builtins.sorted(Array.from(tasks, (task) => task.get_name()));
}

function* waits(label: string, tasks: asyncio.Task<string>[], options: asyncio.WaitOptions = {}): Coroutine<void> {
  const [done, pending] = yield* asyncio.wait(tasks, options);
  const types = [done, pending].map((one) => builtins.type_name(one));
  yield* print(label, names(done), names(pending), ...types);
  for (const task of pending) task.cancel();
  if (pending.size > 0) yield* asyncio.wait(pending);
  for (const task of done) {
    if (!task.cancelled()) task.exception();
  }
}

function start(...children: Child[]): asyncio.Task<string>[] {
  return children.map((one) => asyncio.create_task(child(...one), { name: one[0] }));
}

function* main(): Coroutine<void> {
  const { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION } = asyncio;
  yield* waits("all", start(["a", 0.01], ["b", 0.02]));
  const failing = start(["a", 0.01, new builtins.ValueError("a")], ["b", 0.02]);
  yield* waits("all by name", failing, { return_when: ALL_COMPLETED });
  yield* waits("first", start(["a", 0.02], ["b", 0.01]), { return_when: FIRST_COMPLETED });
  // All of them are done by the time that the wait goes on.
  yield* waits("several", start(["a", 0], ["b", 0], ["c", 0]), { return_when: "FIRST_COMPLETED" });
  let tasks = start(["a", 0.01], ["b", 0.02, new builtins.ValueError("b")], ["c", 0.03]);
  yield* waits("exception", tasks, { return_when: FIRST_EXCEPTION });
  tasks = start(["a", 0.01], ["b", 0.02]);
  yield* waits("no exception", tasks, { return_when: FIRST_EXCEPTION });
  tasks = start(["a", 0.02], ["b", 0.01]);
  tasks[1]?.cancel();
  yield* waits("cancelled", tasks, { return_when: FIRST_EXCEPTION });
  tasks = start(["a", 0.02], ["b", 0.01]);
  tasks[1]?.cancel();
  yield* waits("cancelled first", tasks, { return_when: FIRST_COMPLETED });
  // The same one twice is one.
  tasks = start(["a", 0.01]);
  yield* waits("twice", [...tasks, ...tasks]);
  yield* waits("once more", tasks, { return_when: FIRST_COMPLETED });
  yield* print(FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
