/** In which iteration each value of an asynchronous generator arrives: producing takes none, awaiting in it takes its own. */
import { async_for, async_generator, asyncio, builtins, print, type Blocking, type Coroutine } from "interloop";

const ticker = async_generator(function* ticker(
  emit: builtins.Emit<number>,
  count: number,
  delay: number | null = null,
): builtins.Emitting {
  for (let number = 0; number < count; number++) {
    if (delay !== null) yield* asyncio.sleep(delay);
    yield* emit(number);
  }
});

function* counted(log: unknown[]): Coroutine<void> {
  for (let number = 0; number < 12; number++) {
    log.push(number);
    yield* asyncio.sleep(0);
  }
}

function* consume(log: unknown[], name: string, iterable: builtins.AsyncIterable<number>): Coroutine<void> {
  if (yield* async_for(iterable, (value) => void log.push(`${name}${String(value)}`))) {
    log.push(`${name} end`);
  }
  log.push(yield* builtins.async_list(ticker(3)));
  log.push(yield* builtins.async_list(ticker(2, 0)));
  const odd = new Set<number>();
  yield* async_for(ticker(4), (value) => {
    if (value % 2 === 1) odd.add(value);
  });
  log.push(odd);
}

function* main(): Coroutine<void> {
  const log: unknown[] = [];
  const counter = asyncio.create_task(counted(log));
  yield* consume(log, "plain", ticker(3));
  yield* consume(log, "sleeping", ticker(3, 0));
  yield* counter;
  yield* print(log);
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
