/** A failed task awaited twice raises the same exception object, whose context may change in between. */
import { asyncio, builtins, except, print, repr, type Blocking, type Coroutine } from "interloop";

const { KeyError, ValueError } = builtins;

function* fails(): Coroutine<never> {
  throw new ValueError("failed");
}

/** Python knows what is being handled further out; here it is an argument. */
function* waits(
  name: string,
  task: asyncio.Task<never>,
  handled: builtins.BaseException | null = null,
): Coroutine<void> {
  try {
    yield* task;
  } catch (thrown) {
    const error = except(thrown, ValueError);
    if (handled !== null) builtins.set_context(error, handled);
    yield* print(name, repr(error), error === task.exception(), repr(error.__context__));
  }
}

function* waits_while_handling(name: string, task: asyncio.Task<never>): Coroutine<void> {
  try {
    throw new KeyError("being handled");
  } catch (thrown) {
    yield* waits(name, task, except(thrown, KeyError));
  }
}

function* main(): Coroutine<void> {
  const task = asyncio.create_task(fails());
  yield* waits("first", task);
  yield* waits_while_handling("second", task);
  yield* waits("third", task);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
