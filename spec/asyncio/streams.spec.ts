/** What streams over a pipe in memory promise. What they do in each version is in the judge cases `stream_*`. */
import * as fc from "fast-check";
import {
  asyncio,
  builtins,
  bytes,
  memory_pipe,
  type PipeTransport,
  simulate,
  UsageError,
  type Blocking,
  type Coroutine,
} from "interloop";
import { describe, expect, test } from "vitest";

function run(main: () => Coroutine<void>): void {
  const { ending, stderr } = simulate(function* (): Blocking<void> {
    yield* asyncio.run(main());
  });
  expect([ending.kind, stderr]).toEqual(["returned", ""]);
}

describe("a pipe", () => {
  test("delivers all bytes in order, and lets a writer that drains be ahead by one write only", () => {
    const program = fc.record({
      writes: fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 8 }),
      reads: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      limit: fc.integer({ min: 1, max: 8 }),
      high: fc.nat({ max: 12 }),
      chunk: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(program, ({ writes, reads, limit, high, chunk }) => {
        const got: number[] = [];
        run(function* () {
          const [[, writer], [reader, other]] = memory_pipe({ limit, high, chunk });
          function* write(): Coroutine<void> {
            const transport = writer.transport as PipeTransport;
            for (const data of writes) {
              expect(transport.get_write_buffer_size()).toBeLessThanOrEqual(high);
              writer.write(data);
              yield* writer.drain();
            }
            writer.close();
            yield* writer.wait_closed();
          }
          const writing = asyncio.create_task(write());
          for (let turn = 0; !reader.at_eof(); turn++) {
            got.push(...(yield* reader.read(reads[turn % reads.length])));
            yield* asyncio.sleep(0);
          }
          yield* writing;
          other.close();
        });
        expect(got).toEqual(writes.flatMap((data) => [...data]));
      }),
      { numRuns: 100 },
    );
  });

  test("has the bounds of Python's transports", () => {
    run(function* () {
      const bounds = (high: number | null, low: number | null): readonly number[] => {
        const [[, writer]] = memory_pipe({ high, low });
        return (writer.transport as PipeTransport).get_write_buffer_limits();
      };
      expect(bounds(null, null)).toEqual([16_384, 65_536]);
      expect(bounds(100, null)).toEqual([25, 100]);
      expect(bounds(null, 10)).toEqual([10, 40]);
      expect(bounds(3, 0)).toEqual([0, 3]);
      expect(() => bounds(5, 9)).toThrow("high (5) must be >= low (9) must be >= 0");
      expect(() => memory_pipe({ limit: 0 })).toThrow("Limit cannot be <= 0");
      yield* [];
    });
  });

  test("needs a running loop", () => {
    simulate(function* (): Blocking<void> {
      expect(() => memory_pipe()).toThrow(builtins.RuntimeError);
      yield* [];
    });
  });
});

test("sockets say that there are none", () => {
  const { open_connection, start_server, open_unix_connection, start_unix_server } = asyncio;
  for (const call of [open_connection, start_server, open_unix_connection, start_unix_server]) {
    const wrong = new UsageError(
      `asyncio.${call.name}: there are no sockets in a simulation; memory_pipe() makes a pair of streams that end in each other`,
    );
    expect(() => call("localhost", 80)).toThrow(wrong);
  }
});

test("bytes read as Python's", () => {
  const texts = {
    "": "b''",
    abc: "b'abc'",
    "a'b": `b"a'b"`,
    "a'\"b": `b'a\\'"b'`,
    "\t\n\r\\\x00\x7f\xff": "b'\\t\\n\\r\\\\\\x00\\x7f\\xff'",
  };
  for (const [text, shown] of Object.entries(texts)) expect(builtins.repr(bytes(text))).toBe(shown);
  expect(() => bytes("€")).toThrow("bytes can only contain ASCII literal characters");
  expect([builtins.bool(bytes("")), builtins.bool(bytes("\0"))]).toEqual([false, true]);
  expect([builtins.eq(bytes("ab"), bytes("ab")), builtins.eq(bytes("ab"), bytes("ac"))]).toEqual([true, false]);
  expect(builtins.type_name(bytes(""))).toBe("bytes");
});
