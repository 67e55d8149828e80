"""A StreamReader that is fed by hand: read, readexactly, readline, readuntil, iteration, limits, the end of the stream and exceptions."""

import asyncio


async def attempt(label, coro):
    try:
        print(label, await coro)
    except (ValueError, RuntimeError, TypeError, EOFError, asyncio.LimitOverrunError, AssertionError) as error:
        more = getattr(error, "partial", None), getattr(error, "expected", None), getattr(error, "consumed", None)
        print(label, repr(error), *more)


def feed(label, reader, data):
    try:
        reader.feed_data(data)
        print(label, reader)
    except AssertionError as error:
        print(label, repr(error), reader)


async def reading():
    reader = asyncio.StreamReader()
    print(reader, reader.at_eof(), reader.exception())
    reader.feed_data(b"abc")
    print(reader)
    await attempt("read(2):", reader.read(2))
    await attempt("read(0):", reader.read(0))
    await attempt("read(9):", reader.read(9))
    task = asyncio.create_task(reader.read(5))
    other = asyncio.create_task(attempt("meanwhile:", reader.readline()))
    await asyncio.sleep(0)
    print(reader)
    reader.feed_data(b"")
    await asyncio.sleep(0)
    reader.feed_data(b"some")
    reader.feed_data(b"thing")
    print(await task, await other, reader)
    task = asyncio.create_task(reader.readexactly(6))
    await asyncio.sleep(0)
    reader.feed_data(b"1")
    await asyncio.sleep(0)
    reader.feed_data(b"234567")
    print(await task, reader)
    task = asyncio.create_task(reader.read())
    await asyncio.sleep(0)
    reader.feed_data(b"89")
    await asyncio.sleep(0)
    reader.feed_eof()
    print(reader.at_eof(), await task, reader.at_eof(), reader)
    await attempt("read at the end:", reader.read(3))
    await attempt("read() at the end:", reader.read())
    await attempt("readline at the end:", reader.readline())
    await attempt("readexactly at the end:", reader.readexactly(3))
    await attempt("readexactly(0):", reader.readexactly(0))
    await attempt("readexactly(-1):", reader.readexactly(-1))
    await attempt("readuntil at the end:", reader.readuntil())
    feed("feed at the end:", reader, b"more")


async def lines():
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b"one\ntwo\r\n\nlast")
    reader.feed_eof()
    async for line in reader:
        print(line)
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b"a;b--c;-d")
    await attempt("until ;", reader.readuntil(b";"))
    await attempt("until --", reader.readuntil(b"--"))
    await attempt("until nothing", reader.readuntil(b""))
    task = asyncio.create_task(reader.readuntil(b"d\x00'"))
    await asyncio.sleep(0)
    reader.feed_data(b"\x00")
    await asyncio.sleep(0)
    reader.feed_data(b"'\xff\"")
    print(await task, reader)
    reader.feed_eof()
    await attempt("until the end", reader.readuntil(b"x"))


async def limits():
    reader = asyncio.StreamReader(limit=4)
    reader.feed_data(b"123456\nab\n")
    await attempt("until, too long:", reader.readuntil())
    print(reader)
    await attempt("line, too long:", reader.readline())
    await attempt("line:", reader.readline())
    reader.feed_data(b"1234567")
    await attempt("until, no end:", reader.readuntil())
    await attempt("line, no end:", reader.readline())
    print(reader)
    reader.feed_data(b"1234567")
    await attempt("exactly:", reader.readexactly(7))
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(repr(error))


async def several():
    reader = asyncio.StreamReader(limit=6)
    reader.feed_data(b"a--b-c,d")
    await attempt("several:", reader.readuntil((b"-", b"--")))
    await attempt("several:", reader.readuntil((b",", b"-b")))
    await attempt("none:", reader.readuntil(()))
    await attempt("empty:", reader.readuntil((b",", b"")))
    reader.feed_eof()
    await attempt("not there:", reader.readuntil((b"x", b"yyyyyyyyyyyyyy")))


async def exceptions():
    reader = asyncio.StreamReader()
    task = asyncio.create_task(attempt("waits:", reader.readline()))
    await asyncio.sleep(0)
    reader.set_exception(ValueError("broken"))
    await task
    print(reader, repr(reader.exception()))
    for call in reader.read, reader.readline, reader.readuntil, lambda: reader.readexactly(2), lambda: reader.read(0):
        await attempt("raises:", call())
    reader = asyncio.StreamReader()
    task = asyncio.create_task(reader.read(2))
    await asyncio.sleep(0)
    task.cancel()
    reader.feed_data(b"kept")
    print(await asyncio.gather(task, return_exceptions=True), reader)
    await attempt("later:", reader.read(9))


async def main():
    for part in reading, lines, limits, several, exceptions:
        print("---", part.__name__)
        await part()


if __name__ == "__main__":
    asyncio.run(main())
