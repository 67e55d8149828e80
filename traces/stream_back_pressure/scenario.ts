/** Back pressure: a writer that drains waits for a slow reader; several that do (up to 3.9 an error), and one that is cancelled. */
import {
  asyncio,
  builtins,
  bytes,
  except,
  memory_pipe,
  type PipeTransport,
  print,
  repr,
  type Blocking,
  type Coroutine,
} from "interloop";

function* producer(name: string, writer: asyncio.StreamWriter, count: number): Coroutine<void> {
  try {
    for (let number = 0; number < count; number++) {
      writer.write(bytes(String(number).repeat(6)));
      yield* print(name, "wrote", number, writer);
      yield* writer.drain();
    }
    yield* print(name, "done", writer);
  } catch (thrown) {
    const error = except(thrown, [builtins.AssertionError, asyncio.CancelledError, builtins.ConnectionError]);
    yield* print(name, repr(error), writer);
    throw error;
  }
}

function* slow_reader(): Coroutine<void> {
  const [[, writer], [reader, closing]] = memory_pipe({ limit: 4, high: 12, low: 3, chunk: 5 });
  const [transport, other] = [writer.transport, closing.transport] as PipeTransport[] as [PipeTransport, PipeTransport];
  yield* print(transport.get_write_buffer_limits(), transport.get_write_buffer_size());
  const task = asyncio.create_task(producer("one", writer, 6));
  const got: number[] = [];
  while (got.length < 36) {
    yield* asyncio.sleep(0.001);
    got.push(...(yield* reader.read(3)));
    yield* print("read", got.length, reader, other.is_reading());
  }
  yield* task;
  writer.close();
  yield* print(Uint8Array.from(got), yield* reader.read(), yield* writer.wait_closed());
  closing.close();
}

function* several(): Coroutine<void> {
  const [[, writer], [reader, closing]] = memory_pipe({ limit: 4, high: 10, chunk: 5 });
  const tasks = [asyncio.create_task(producer("a", writer, 3)), asyncio.create_task(producer("b", writer, 3))] as const;
  yield* asyncio.sleep(0.001);
  tasks[0].cancel();
  yield* asyncio.sleep(0);
  writer.close();
  yield* print(yield* reader.read());
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, ...tasks));
  closing.close();
  yield* closing.wait_closed();
}

function* lost(): Coroutine<void> {
  const [[, writer], [, closing]] = memory_pipe({ limit: 4, high: 5, chunk: 5 });
  const task = asyncio.create_task(producer("late", writer, 9));
  yield* asyncio.sleep(0.001);
  closing.close();
  yield* closing.wait_closed();
  writer.write(bytes("more"));
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, task), writer);
}

function* main(): Coroutine<void> {
  for (const part of [slow_reader, several, lost]) {
    yield* print("---", part.name);
    yield* part();
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
