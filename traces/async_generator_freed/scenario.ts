/** An asynchronous generator that is left before its end is closed by a task of its own, as soon as nothing refers to it. */
import {
  async_for,
  async_generator,
  asyncio,
  BREAK,
  builtins,
  del,
  except,
  print,
  repr,
  type Blocking,
  type Coroutine,
} from "interloop";

const { BaseException, ValueError } = builtins;

const ticker = async_generator(function* ticker(emit: builtins.Emit<number>, name: string): builtins.Emitting {
  try {
    yield* emit(1);
    yield* emit(2);
  } catch (thrown) {
    const error = except(thrown, BaseException);
    yield* print(name, repr(error), "in", asyncio.current_task()?.get_name());
    throw error;
  } finally {
    yield* asyncio.sleep(0);
    yield* print(name, "closed");
  }
});

function* leaves(): Coroutine<number> {
  const each = builtins.async_loop(ticker("returned from"));
  try {
    yield* each.next_value();
    return each.value;
  } finally {
    yield* del(each);
  }
}

function* raises(): Coroutine<void> {
  yield* async_for(
    () => ticker("raised out of"),
    (number) => {
      throw new ValueError(number);
    },
  );
}

function* main(): Coroutine<void> {
  yield* async_for(
    () => ticker("broken off"),
    function* (number) {
      yield* print("tick", number);
      return BREAK;
    },
  );
  for (let turn = 0; turn < 4; turn++) {
    yield* print("turn", turn);
    yield* asyncio.sleep(0);
  }
  yield* print(yield* leaves());
  yield* asyncio.sleep(0.01);
  try {
    yield* raises();
  } catch (thrown) {
    yield* print(repr(except(thrown, ValueError)));
  }
  yield* asyncio.sleep(0.01);
  const held = ticker("deleted");
  yield* async_for(held, () => BREAK);
  yield* print("held");
  yield* asyncio.sleep(0.01);
  yield* del(held);
  yield* print("not held");
  yield* asyncio.sleep(0.01);
  const exhausted = yield* builtins.async_list(ticker("exhausted"));
  yield* print(exhausted);
  yield* async_for(
    () => ticker("left at the end"),
    () => BREAK,
  );
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
