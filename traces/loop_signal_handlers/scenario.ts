/** loop.add_signal_handler: a signal comes through the self-pipe and runs its callback as one more handle. */
import { asyncio, builtins, except, print, repr, signal, tuple, type Blocking, type Coroutine } from "interloop";

function* refuse(action: () => unknown): Blocking<void> {
  try {
    action();
  } catch (thrown) {
    yield* print(repr(except(thrown, [builtins.RuntimeError, builtins.TypeError, builtins.ValueError])));
  }
}

function* main(): Coroutine<void> {
  const loop = asyncio.get_running_loop();
  const done = new asyncio.Event();

  function* hangup(...args: unknown[]): Blocking<void> {
    yield* print("callback", tuple(...args), asyncio.current_task());
    if (args[0] === 2) done.set();
  }

  loop.add_signal_handler(signal.SIGUSR1, hangup, 1);
  yield* signal.raise_signal(signal.SIGUSR1);
  yield* signal.raise_signal(signal.SIGUSR1);
  yield* print("raised");
  yield* asyncio.sleep(0);
  yield* print("one iteration later");
  yield* asyncio.sleep(0);
  yield* print("two iterations later");
  loop.add_signal_handler(signal.SIGUSR1, hangup, 2);
  loop.call_later(0.01, signal.raise_signal, signal.SIGUSR1);
  yield* done.wait();

  // SIGINT is taken from whoever had it.
  loop.add_signal_handler(signal.SIGINT, hangup, "SIGINT");
  yield* signal.raise_signal(signal.SIGINT);
  yield* asyncio.sleep(0.01);
  yield* print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT));
  yield* print(signal.getsignal(signal.SIGINT) === signal.default_int_handler);
  yield* print(loop.remove_signal_handler(signal.SIGUSR1), signal.getsignal(signal.SIGUSR1) === signal.SIG_DFL);

  // @ts-expect-error: not a number
  yield* refuse(() => loop.add_signal_handler("x", hangup));
  yield* refuse(() => loop.add_signal_handler(99, hangup));
  yield* refuse(() => loop.remove_signal_handler(99));
  loop.add_signal_handler(signal.SIGTERM, hangup);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
  yield* print(signal.getsignal(signal.SIGTERM) === signal.SIG_DFL);
  const loop = asyncio.new_event_loop();
  yield* loop.close();
  yield* refuse(() => loop.add_signal_handler(signal.SIGTERM, print));
}
