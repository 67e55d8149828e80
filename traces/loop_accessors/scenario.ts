/** The functions that find a loop or a task, where there is none, and in a coroutine. */
import { asyncio, builtins, except, print, threading, type Blocking, type Coroutine } from "interloop";

function* attempt(label: string, action: () => unknown): Blocking<void> {
  try {
    const found = action();
    yield* print(label, found === null ? "none" : "found");
  } catch (thrown) {
    yield* print(label, "RuntimeError:", except(thrown, builtins.RuntimeError));
  }
}

function* in_thread(): Blocking<void> {
  yield* attempt("thread get_running_loop:", asyncio.get_running_loop);
  yield* attempt("thread get_event_loop:", asyncio.get_event_loop);
  yield* attempt("thread current_task:", asyncio.current_task);
  yield* attempt("thread all_tasks:", asyncio.all_tasks);
  const loop = asyncio.new_event_loop();
  asyncio.set_event_loop(loop);
  yield* attempt("thread get_event_loop after set_event_loop:", asyncio.get_event_loop);
  yield* attempt("thread current_task of a loop:", () => asyncio.current_task(loop));
  yield* print("thread all_tasks of a loop:", asyncio.all_tasks(loop));
  asyncio.set_event_loop(null);
  yield* attempt("thread get_event_loop after set_event_loop(None):", asyncio.get_event_loop);
  yield* loop.close();
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const task = asyncio.current_task();
  yield* print("coroutine:", asyncio.get_event_loop() === loop, task !== null && asyncio.all_tasks().has(task));
  yield* attempt("callback current_task in a coroutine:", asyncio.current_task);
  loop.call_soon(attempt, "callback current_task:", asyncio.current_task);
  loop.call_soon(attempt, "callback get_running_loop:", asyncio.get_running_loop);
  yield* asyncio.sleep(0);
}

export default function* program(): Blocking<void> {
  yield* attempt("main get_running_loop:", asyncio.get_running_loop);
  yield* attempt("main current_task:", asyncio.current_task);
  yield* attempt("main all_tasks:", asyncio.all_tasks);
  const thread = new threading.Thread({ target: in_thread, name: "Other" });
  yield* thread.start();
  yield* thread.join();
  yield* asyncio.run(main());
  yield* attempt("after asyncio.run get_event_loop:", asyncio.get_event_loop);
}
