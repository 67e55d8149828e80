/** asynccontextmanager: what the block's exception does in the generator, what it makes of it, and generators that yield too seldom or too often. */
import { asyncio, builtins, contextlib, except, print, raise, repr, type Blocking, type Coroutine } from "interloop";

const { BaseException, KeyError, RuntimeError, StopAsyncIteration, StopIteration, ValueError } = builtins;
type Class = new (...args: never[]) => builtins.BaseException;

const manager = contextlib.asynccontextmanager(function* manager(
  emit: builtins.Emit<string>,
  name: string,
  handles?: Class,
  becomes?: builtins.BaseException,
): builtins.Emitting {
  yield* print(name, "enter");
  yield* asyncio.sleep(0.01);
  try {
    yield* emit(name);
  } catch (thrown) {
    const error = except(thrown, handles ?? []);
    yield* print(name, "handles", repr(error));
    yield* asyncio.sleep(0.01);
    if (becomes !== undefined) raise(becomes, { handling: error });
  } finally {
    yield* print(name, "exit");
  }
});

const yields = contextlib.asynccontextmanager(function* yields(
  emit: builtins.Emit<unknown>,
  times: number,
  again?: boolean,
): builtins.Emitting {
  for (let time = 0; time < times; time++) {
    try {
      yield* emit(time);
    } catch (thrown) {
      except(thrown, KeyError);
      if (again === true) yield* emit("again");
    }
  }
});

function* use(
  entered: contextlib.AsyncGeneratorContextManager<unknown>,
  error: builtins.BaseException | null = null,
): Coroutine<void> {
  try {
    yield* entered.with(function* (value): Coroutine<void> {
      yield* print("block", value);
      if (error !== null) throw error;
    });
    yield* print("after the block");
  } catch (thrown) {
    const raised = except(thrown, BaseException);
    yield* print("raised", repr(raised), "from", repr(raised.__cause__), "in", repr(raised.__context__));
  }
}

function* main(): Coroutine<void> {
  yield* use(manager("plain"));
  yield* use(manager("passes"), new KeyError("k"));
  yield* use(manager("suppresses", KeyError), new KeyError("k"));
  yield* use(manager("replaces", KeyError, new ValueError("v")), new KeyError("k"));
  yield* use(manager("stop"), new StopAsyncIteration("s"));
  yield* use(manager("stop iteration"), new StopIteration("s"));
  yield* use(manager("group", RuntimeError), new RuntimeError("r"));
  yield* use(yields(0));
  yield* use(yields(1));
  yield* use(yields(2));
  yield* use(yields(1, true), new KeyError("k"));
  const once = manager("once");
  yield* use(once);
  yield* use(once);
  const task = asyncio.create_task(use(manager("cancelled", asyncio.CancelledError)));
  yield* asyncio.sleep(0);
  task.cancel();
  yield* task;
}

export default function* program(): Blocking<void> {
  const loop = asyncio.new_event_loop();
  yield* loop.run_until_complete(main());
  yield* loop.close();
}
