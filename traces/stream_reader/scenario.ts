/** A StreamReader that is fed by hand: read, readexactly, readline, readuntil, iteration, limits, the end of the stream and exceptions. */
import {
  async_for,
  asyncio,
  builtins,
  bytes,
  except,
  print,
  repr,
  tuple,
  type Blocking,
  type Coroutine,
} from "interloop";

const { ValueError, RuntimeError, TypeError, EOFError, AssertionError } = builtins;

function* attempt(label: string, coro: Coroutine<unknown>): Coroutine<void> {
  try {
    yield* print(label, yield* coro);
  } catch (thrown) {
    const expected = [ValueError, RuntimeError, TypeError, EOFError, asyncio.LimitOverrunError, AssertionError];
    const error = except(thrown, expected);
    const {
      partial,
      expected: total,
      consumed,
    } = error as Partial<asyncio.IncompleteReadError & asyncio.LimitOverrunError>;
    yield* print(label, repr(error), partial, total, consumed);
  }
}

function* feed(label: string, reader: asyncio.StreamReader, data: Uint8Array): Coroutine<void> {
  try {
    reader.feed_data(data);
    yield* print(label, reader);
  } catch (thrown) {
    yield* print(label, repr(except(thrown, AssertionError)), reader);
  }
}

function* reading(): Coroutine<void> {
  const reader = new asyncio.StreamReader();
  yield* print(reader, reader.at_eof(), reader.exception());
  reader.feed_data(bytes("abc"));
  yield* print(reader);
  yield* attempt("read(2):", reader.read(2));
  yield* attempt("read(0):", reader.read(0));
  yield* attempt("read(9):", reader.read(9));
  let task = asyncio.create_task(reader.read(5));
  const other = asyncio.create_task(attempt("meanwhile:", reader.readline()));
  yield* asyncio.sleep(0);
  yield* print(reader);
  reader.feed_data(bytes(""));
  yield* asyncio.sleep(0);
  reader.feed_data(bytes("some"));
  reader.feed_data(bytes("thing"));
  yield* print(yield* task, yield* other, reader);
  task = asyncio.create_task(reader.readexactly(6));
  yield* asyncio.sleep(0);
  reader.feed_data(bytes("1"));
  yield* asyncio.sleep(0);
  reader.feed_data(bytes("234567"));
  yield* print(yield* task, reader);
  task = asyncio.create_task(reader.read());
  yield* asyncio.sleep(0);
  reader.feed_data(bytes("89"));
  yield* asyncio.sleep(0);
  reader.feed_eof();
  yield* print(reader.at_eof(), yield* task, reader.at_eof(), reader);
  yield* attempt("read at the end:", reader.read(3));
  yield* attempt("read() at the end:", reader.read());
  yield* attempt("readline at the end:", reader.readline());
  yield* attempt("readexactly at the end:", reader.readexactly(3));
  yield* attempt("readexactly(0):", reader.readexactly(0));
  yield* attempt("readexactly(-1):", reader.readexactly(-1));
  yield* attempt("readuntil at the end:", reader.readuntil());
  yield* feed("feed at the end:", reader, bytes("more"));
}

function* lines(): Coroutine<void> {
  let reader = new asyncio.StreamReader(8);
  reader.feed_data(bytes("one\ntwo\r\n\nlast"));
  reader.feed_eof();
  yield* async_for(reader, (line) => print(line));
  reader = new asyncio.StreamReader(8);
  reader.feed_data(bytes("a;b--c;-d"));
  yield* attempt("until ;", reader.readuntil(bytes(";")));
  yield* attempt("until --", reader.readuntil(bytes("--")));
  yield* attempt("until nothing", reader.readuntil(bytes("")));
  const task = asyncio.create_task(reader.readuntil(bytes("d\x00'")));
  yield* asyncio.sleep(0);
  reader.feed_data(bytes("\x00"));
  yield* asyncio.sleep(0);
  reader.feed_data(bytes("'\xff\""));
  yield* print(yield* task, reader);
  reader.feed_eof();
  yield* attempt("until the end", reader.readuntil(bytes("x")));
}

function* limits(): Coroutine<void> {
  const reader = new asyncio.StreamReader(4);
  reader.feed_data(bytes("123456\nab\n"));
  yield* attempt("until, too long:", reader.readuntil());
  yield* print(reader);
  yield* attempt("line, too long:", reader.readline());
  yield* attempt("line:", reader.readline());
  reader.feed_data(bytes("1234567"));
  yield* attempt("until, no end:", reader.readuntil());
  yield* attempt("line, no end:", reader.readline());
  yield* print(reader);
  reader.feed_data(bytes("1234567"));
  yield* attempt("exactly:", reader.readexactly(7));
  try {
    new asyncio.StreamReader(0);
  } catch (thrown) {
    yield* print(repr(except(thrown, ValueError)));
  }
}

function* several(): Coroutine<void> {
  const reader = new asyncio.StreamReader(6);
  reader.feed_data(bytes("a--b-c,d"));
  yield* attempt("several:", reader.readuntil(tuple(bytes("-"), bytes("--"))));
  yield* attempt("several:", reader.readuntil(tuple(bytes(","), bytes("-b"))));
  yield* attempt("none:", reader.readuntil(tuple()));
  yield* attempt("empty:", reader.readuntil(tuple(bytes(","), bytes(""))));
  reader.feed_eof();
  yield* attempt("not there:", reader.readuntil(tuple(bytes("x"), bytes("yyyyyyyyyyyyyy"))));
}

function* exceptions(): Coroutine<void> {
  let reader = new asyncio.StreamReader();
  const waits = asyncio.create_task(attempt("waits:", reader.readline()));
  yield* asyncio.sleep(0);
  reader.set_exception(new ValueError("broken"));
  yield* waits;
  yield* print(reader, repr(reader.exception()));
  const calls = [reader.read(), reader.readline(), reader.readuntil(), reader.readexactly(2), reader.read(0)];
  for (const call of calls) yield* attempt("raises:", call);
  reader = new asyncio.StreamReader();
  const task = asyncio.create_task(reader.read(2));
  yield* asyncio.sleep(0);
  task.cancel();
  reader.feed_data(bytes("kept"));
  yield* print(yield* asyncio.gather_kw({ return_exceptions: true }, task), reader);
  yield* attempt("later:", reader.read(9));
}

function* main(): Coroutine<void> {
  for (const part of [reading, lines, limits, several, exceptions]) {
    yield* print("---", part.name);
    yield* part();
  }
}

export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
