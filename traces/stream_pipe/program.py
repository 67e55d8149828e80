"""Two streams over a pipe in memory: an echo server with a line protocol, half-closing, closing, and what both sides see of it."""

import asyncio


class PipeTransport(asyncio.transports._FlowControlMixin):
    """One end of a pipe in memory. What is written arrives at the other end one iteration of the loop later."""

    def __init__(self, loop, protocol, chunk):
        super().__init__({}, loop)
        self._protocol, self._chunk, self._peer = protocol, chunk, None
        self._buffer = bytearray()
        self._reading = True
        self._eof = self._eof_sent = self._closing = self._lost = self._scheduled = False

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return self._reading

    def get_write_buffer_size(self):
        return len(self._buffer)

    def can_write_eof(self):
        return True

    def write(self, data):
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not self._closing and data:
            self._buffer += data
            self._maybe_pause_protocol()
            self._schedule()

    def write_eof(self):
        if not self._closing and not self._eof:
            self._eof = True
            self._schedule()

    def close(self):
        if not self._closing:
            self._closing = True
            self._schedule()

    def abort(self):
        self._buffer.clear()
        self.close()

    def pause_reading(self):
        self._reading = False

    def resume_reading(self):
        self._reading = True
        self._peer._schedule()

    def _schedule(self):
        if not self._scheduled and not self._lost:
            self._scheduled = True
            self._loop.call_soon(self._deliver)

    def _deliver(self):
        self._scheduled = False
        peer = self._peer
        if peer._closing:
            if self._buffer and not self._closing:
                self._lose(BrokenPipeError(32, "Broken pipe"))
                return
            self._buffer.clear()
        elif self._buffer:
            if not peer._reading:
                return
            data = bytes(self._buffer[: self._chunk])
            del self._buffer[: self._chunk]
            peer._protocol.data_received(data)
            self._maybe_resume_protocol()
            if self._buffer:
                self._schedule()
                return
        if (self._eof or self._closing) and not self._eof_sent:
            self._eof_sent = True
            if not peer._closing:
                peer._protocol.eof_received()
        if self._closing:
            self._lose(None)

    def _lose(self, error):
        self._closing = self._lost = True
        self._buffer.clear()
        self._protocol.connection_lost(error)

    def __repr__(self):
        size = f" {len(self._buffer)} bytes" if self._buffer else ""
        return f"<PipeTransport{size}{' closing' if self._closing else ''}>"


def memory_pipe(limit=65536, high=None, low=None, chunk=65536):
    """A pipe in memory: a reader and a writer for each of its ends."""
    loop = asyncio.get_running_loop()
    ends = []
    for _ in range(2):
        reader = asyncio.StreamReader(limit=limit, loop=loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
        transport = PipeTransport(loop, protocol, chunk)
        transport.set_write_buffer_limits(high, low)
        ends.append((reader, protocol, transport))
    ends[0][2]._peer, ends[1][2]._peer = ends[1][2], ends[0][2]
    for _, protocol, transport in ends:
        protocol.connection_made(transport)
    return [(reader, asyncio.StreamWriter(transport, protocol, reader, loop)) for reader, protocol, transport in ends]


async def serve(reader, writer):
    async for line in reader:
        print("server:", line)
        writer.write(line.upper())
        await writer.drain()
    print("server: end", reader.at_eof(), writer)
    writer.writelines([b"good", b"bye"])
    writer.close()
    print("server:", writer.is_closing(), await writer.wait_closed(), writer)


async def talk():
    (reader, writer), server = memory_pipe()
    task = asyncio.create_task(serve(*server))
    print(writer, writer.can_write_eof(), writer.is_closing(), writer.get_extra_info("peername", "nobody"))
    for line in b"hello\n", b"wor", b"ld\n":
        writer.write(line)
        await writer.drain()
    print(await reader.readline(), await reader.readline())
    writer.write(b"half")
    writer.write_eof()
    try:
        writer.write(b"more")
    except RuntimeError as error:
        print(repr(error))
    print(await reader.read(), reader.at_eof(), reader)
    writer.close()
    writer.close()
    print(await writer.wait_closed(), await writer.wait_closed(), writer)
    await task


async def lost():
    (reader, writer), (other, closing) = memory_pipe()
    writer.write(b"unread")
    print(await other.read(3))
    closing.close()
    writer.write(b"lost")
    print(writer, closing, reader)
    await closing.wait_closed()
    for call in writer.drain, writer.wait_closed, reader.read, writer.drain:
        try:
            print(await call())
        except OSError as error:
            print(repr(error))
    print(reader, other, await other.read(), repr(reader.exception()))


async def aborted():
    (reader, writer), (other, _closing) = memory_pipe()
    writer.write(b"never seen")
    writer.transport.abort()
    print(await other.read(), await writer.wait_closed(), writer)
    try:
        await writer.drain()
    except ConnectionResetError as error:
        print(repr(error))
    writer.write(b"dropped")
    _closing.close()
    print(await reader.read(), await _closing.wait_closed())


async def cancelled():
    (reader, writer), (other, closing) = memory_pipe()
    task = asyncio.create_task(other.readexactly(4))
    await asyncio.sleep(0)
    writer.write(b"ab")
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True), other)
    try:
        print(await asyncio.wait_for(other.readexactly(4), 0.01))
    except asyncio.TimeoutError:
        print("timeout", other)
    asyncio.get_running_loop().call_later(0.01, writer.write, b"cd")
    try:
        print(await asyncio.wait_for(other.readexactly(4), 0.01))
    except asyncio.TimeoutError:
        print("timeout", other)
    writer.close()
    closing.close()
    print(await other.read())


async def main():
    for part in talk, lost, aborted, cancelled:
        print("---", part.__name__)
        await part()


if __name__ == "__main__":
    asyncio.run(main())
