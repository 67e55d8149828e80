/** Event loop policies: whose loop a thread has, one's own policy, and that 3.14 warns of them. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

const { AssertionError, NotImplementedError, RuntimeError, TypeError } = builtins;

function* attempt(action: () => unknown): Blocking<void> {
  try {
    action();
    yield* print("done");
  } catch (thrown) {
    yield* print(repr(except(thrown, [AssertionError, NotImplementedError, RuntimeError, TypeError])));
  }
}

class Policy extends asyncio.DefaultEventLoopPolicy {
  readonly made: string[] = [];

  override new_event_loop(): asyncio.AbstractEventLoop {
    this.made.push("new");
    return super.new_event_loop();
  }

  override set_event_loop(loop: asyncio.AbstractEventLoop | null): void {
    this.made.push(loop === null ? "unset" : "set");
    super.set_event_loop(loop);
  }
}

function* main(): Coroutine<void> {
  yield* print("same:", asyncio.get_event_loop() === asyncio.get_running_loop());
}

export default function* program(): Blocking<void> {
  const own = new Policy();
  yield* asyncio.run(main());
  const policy = asyncio.get_event_loop_policy();
  yield* print(policy === asyncio.get_event_loop_policy(), policy === own);
  yield* attempt(() => policy.get_event_loop());
  const loop = policy.new_event_loop();
  asyncio.set_event_loop(loop);
  yield* print(policy.get_event_loop() === loop, asyncio.get_event_loop() === loop);
  yield* loop.close();
  // @ts-expect-error: not a loop
  yield* attempt(() => policy.set_event_loop(3));
  // @ts-expect-error: not a policy
  yield* attempt(() => asyncio.set_event_loop_policy(3));
  const abstract = new asyncio.AbstractEventLoopPolicy();
  yield* attempt(() => abstract.get_event_loop());
  yield* attempt(() => abstract.set_event_loop(null));
  yield* attempt(() => abstract.new_event_loop());
  asyncio.set_event_loop_policy(own);
  yield* asyncio.run(main());
  yield* print(own.made, asyncio.get_event_loop_policy() === own);
  asyncio.set_event_loop_policy(null);
  yield* print(asyncio.get_event_loop_policy() === policy, asyncio.get_event_loop_policy() === own);
}
