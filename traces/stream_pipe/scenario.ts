/** Two streams over a pipe in memory: an echo server with a line protocol, half-closing, closing, and what both sides see of it. */
import {
  async_for,
  asyncio,
  builtins,
  bytes,
  except,
  memory_pipe,
  print,
  repr,
  type Blocking,
  type Coroutine,
  type PipeEnd,
} from "interloop";

function* serve([reader, writer]: PipeEnd): Coroutine<void> {
  yield* async_for(reader, function* (line) {
    yield* print("server:", line);
    writer.write(bytes(new TextDecoder().decode(line).toUpperCase()));
    yield* writer.drain();
  });
  yield* print("server: end", reader.at_eof(), writer);
  writer.writelines([bytes("good"), bytes("bye")]);
  writer.close();
  yield* print("server:", writer.is_closing(), yield* writer.wait_closed(), writer);
}

function* talk(): Coroutine<void> {
  const [[reader, writer], server] = memory_pipe();
  const task = asyncio.create_task(serve(server));
  yield* print(writer, writer.can_write_eof(), writer.is_closing(), writer.get_extra_info("peername", "nobody"));
  for (const line of ["hello\n", "wor", "ld\n"]) {
    writer.write(bytes(line));
    yield* writer.drain();
  }
  yield* print(yield* reader.readline(), yield* reader.readline());
  writer.write(bytes("half"));
  writer.write_eof();
  try {
    writer.write(bytes("more"));
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.RuntimeError)));
  }
  yield* print(yield* reader.read(), reader.at_eof(), reader);
  writer.close();
  writer.close();
  yield* print(yield* writer.wait_closed(), yield* writer.wait_closed(), writer);
  yield* task;
}

function* lost(): Coroutine<void> {
  const [[reader, writer], [other, closing]] = memory_pipe();
  writer.write(bytes("unread"));
  yield* print(yield* other.read(3));
  closing.close();
  writer.write(bytes("lost"));
  yield* print(writer, closing, reader);
  yield* closing.wait_closed();
  const calls = [() => writer.drain(), () => writer.wait_closed(), () => reader.read(), () => writer.drain()];
  for (const call of calls) {
    try {
      yield* print(yield* call());
    } catch (thrown) {
      yield* print(repr(except(thrown, builtins.OSError)));
    }
  }
  yield* print(reader, other, yield* other.read(), repr(reader.exception()));
}

function* aborted(): Coroutine<void> {
  const [[reader, writer], [other, closing]] = memory_pipe();
  writer.write(bytes("never seen"));
  writer.transport.abort();
  yield* print(yield* other.read(), yield* writer.wait_closed(), writer);
  try {
    yield* writer.drain();
  } catch (thrown) {
    yield* print(repr(except(thrown, builtins.ConnectionResetError)));
  }
  writer.write(bytes("dropped"));
  closing.close();
  yield* print(yield* reader.read(), yield* closing.wait_closed());
}

function* in_time(other: asyncio.StreamReader): Coroutine<void> {
  try {
    yield* print(yield* asyncio.wait_for(other.readexactly(4), 0.01));
  } catch (thrown) {
    except(thrown, asyncio.TimeoutError);
    yield* print("timeout", other);
  }
}

function* cancelled(): Coroutine<void> {
  const [[, writer], [other, closing]] = memory_pipe();
  const task = asyncio.create_task(other.readexactly(4));
  yield* asyncio.sleep(0);
  writer.write(bytes("ab"));
  task.cancel();
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, task), other);
  yield* in_time(other);
  const callbacks = {
    write: (): void => {
      writer.write(bytes("cd"));
    },
  };
  asyncio.get_running_loop().call_later(0.01, callbacks.write);
  yield* in_time(other);
  writer.close();
  closing.close();
  yield* print(yield* other.read());
}

function* main(): Coroutine<void> {
  for (const part of [talk, lost, aborted, cancelled]) {
    yield* print("---", part.name);
    yield* part();
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
