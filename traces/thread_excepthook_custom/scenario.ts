/** threading.excepthook replaced: what it is given; and one that raises itself. */
import { builtins, print, threading, type Blocking } from "interloop";

function fails(): void {
  throw new builtins.ValueError("thread failed");
}

function* hook(args: threading.ExceptHookArgs): Blocking<void> {
  yield* print("hook:", args.exc_type.name, args.exc_value, args.thread.name, args.length);
}

function raising_hook(): void {
  throw new builtins.KeyError("hook failed");
}

function* run(name: string): Blocking<void> {
  const thread = new threading.Thread({ target: fails, name });
  yield* thread.start();
  yield* thread.join();
}

export default function* program(): Blocking<void> {
  threading.set_excepthook(hook);
  yield* run("First");
  threading.set_excepthook(raising_hook);
  yield* run("Second");
  yield* print("main goes on");
}
