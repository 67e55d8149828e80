"""Back pressure: a writer that drains waits for a slow reader; several that do (up to 3.9 an error), and one that is cancelled."""

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


async def producer(name, writer, count):
    try:
        for number in range(count):
            writer.write(b"%d" % number * 6)
            print(name, "wrote", number, writer)
            await writer.drain()
        print(name, "done", writer)
    except (AssertionError, asyncio.CancelledError, ConnectionError) as error:
        print(name, repr(error), writer)
        raise


async def slow_reader():
    (_, writer), (reader, closing) = memory_pipe(limit=4, high=12, low=3, chunk=5)
    print(writer.transport.get_write_buffer_limits(), writer.transport.get_write_buffer_size())
    task = asyncio.create_task(producer("one", writer, 6))
    got = b""
    while len(got) < 36:
        await asyncio.sleep(0.001)
        got += await reader.read(3)
        print("read", len(got), reader, closing.transport.is_reading())
    await task
    writer.close()
    print(got, await reader.read(), await writer.wait_closed())
    closing.close()


async def several():
    (_, writer), (reader, closing) = memory_pipe(limit=4, high=10, chunk=5)
    tasks = [asyncio.create_task(producer(name, writer, 3)) for name in "ab"]
    await asyncio.sleep(0.001)
    tasks[0].cancel()
    await asyncio.sleep(0)
    writer.close()
    print(await reader.read())
    print(await asyncio.gather(*tasks, return_exceptions=True))
    closing.close()
    await closing.wait_closed()


async def lost():
    (_, writer), (_reader, closing) = memory_pipe(limit=4, high=5, chunk=5)
    task = asyncio.create_task(producer("late", writer, 9))
    await asyncio.sleep(0.001)
    closing.close()
    await closing.wait_closed()
    writer.write(b"more")
    print(await asyncio.gather(task, return_exceptions=True), writer)


async def main():
    for part in slow_reader, several, lost:
        print("---", part.__name__)
        await part()


if __name__ == "__main__":
    asyncio.run(main())
