/** How a thread prints itself before, while and after it runs. */
import { print, repr, threading, type Blocking } from "interloop";

function masked(thread: threading.Thread): string {
  const words = repr(thread).split(" ");
  return words.map((word) => (/^\d+$/.test(word.replace(/[)>]+$/, "")) ? "N" : word)).join(" ");
}

function* wait(event: threading.Event): Blocking<void> {
  yield* event.wait();
}

export default function* program(): Blocking<void> {
  const event = new threading.Event();
  const named = new threading.Thread({ target: wait, args: [event], name: "Named", daemon: true });
  const thread = named as unknown as threading.Thread;
  yield* print(masked(thread), thread.ident);
  yield* thread.start();
  yield* print(masked(thread).split(" daemon")[0], repr(thread).includes("daemon"), yield* thread.is_alive());
  yield* event.set();
  yield* thread.join();
  yield* print(masked(thread).split(" daemon")[0], yield* thread.is_alive());
  yield* print(masked(threading.main_thread()).split(" N")[0]);
}
