/** `asyncio.StreamReader`. CPython has it in `asyncio.streams`. */
import { bytes } from "../builtins/bytes.js";
import { AssertionError, RuntimeError, StopAsyncIteration, TypeError, ValueError } from "../builtins/exceptions.js";
import { define_classes, repr } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { Coroutine } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { get_event_loop } from "./events.js";
import { IncompleteReadError, LimitOverrunError } from "./exceptions.js";
import type { Future } from "./futures.js";
import { _name_methods } from "./locks.js";

/** How much a reader holds, in bytes, before it asks its transport to pause, unless told otherwise: half of it. */
export const DEFAULT_LIMIT = 65_536;

/** What a reader asks of the transport that feeds it. */
export interface ReadTransport {
  is_reading(): boolean;
  pause_reading(): void;
  resume_reading(): void;
}

const NEWLINE = bytes("\n");

/** One after the other. @internal */
export function _joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Where some bytes begin in others. @returns -1 if nowhere */
function find(data: Uint8Array, separator: Uint8Array, from: number): number {
  for (let at = from; at + separator.length <= data.length; at++) {
    if (separator.every((byte, index) => data[at + index] === byte)) return at;
  }
  return -1;
}

/** What `readuntil` looks for. */
interface Separators {
  readonly all: readonly Uint8Array[];
  readonly shortest: number;
  readonly longest: number;
  /** Whether looking for it fails, because the version takes no tuple. */
  readonly refused: boolean;
}

/** Where a separator was found. */
interface Match {
  readonly start: number;
  readonly end: number;
}

function separators_of(separator: Uint8Array | readonly Uint8Array[]): Separators {
  const several = !(separator instanceof Uint8Array);
  const refused = several && !interpreter().profile.severalSeparators;
  const all = several ? [...separator].sort((a, b) => a.length - b.length) : [separator];
  if (several && !refused && all.length === 0) throw new ValueError("Separator should contain at least one element");
  const shortest = refused ? all.length : (all[0]?.length ?? 0);
  if (shortest === 0) throw new ValueError("Separator should be at least one-byte string");
  return { all, shortest, longest: refused ? shortest : (all.at(-1)?.length ?? 0), refused };
}

/** Bytes that come in, for one task at a time that reads them. Mirrors `asyncio.StreamReader`. */
export class StreamReader {
  private readonly _limit: number;
  private readonly _loop: BaseEventLoop;
  private _buffer: Uint8Array = new Uint8Array();
  private _eof = false;
  private _waiter: Future<null> | null = null;
  private _exception: unknown = null;
  private _transport: ReadTransport | null = null;
  private _paused = false;

  /**
   * @param limit how long a line may be, in bytes; with more than twice as much in its buffer it pauses its transport
   * @param options `loop`: the loop of those who read; `get_event_loop()` unless told
   * @throws ValueError `Limit cannot be <= 0`
   */
  constructor(limit = DEFAULT_LIMIT, options: { readonly loop?: BaseEventLoop | null } = {}) {
    if (limit <= 0) throw new ValueError("Limit cannot be <= 0");
    this._limit = limit;
    this._loop = options.loop ?? get_event_loop();
  }

  /** The exception that every read raises from now on; `null` for none. */
  exception(): unknown {
    return this._exception;
  }

  /** Ends the stream with an exception, which every read raises from now on. */
  set_exception(exc: unknown): void {
    this._exception = exc;
    const waiter = this._waiter;
    this._waiter = null;
    if (waiter !== null && !waiter.cancelled()) waiter.set_exception(exc);
  }

  /** Says what feeds it. @throws AssertionError `Transport already set` */
  set_transport(transport: ReadTransport): void {
    if (this._transport !== null) throw new AssertionError("Transport already set");
    this._transport = transport;
  }

  /** Says that no more comes. */
  feed_eof(): void {
    this._eof = true;
    this._wakeup_waiter();
  }

  /** Whether no more comes and everything was read. */
  at_eof(): boolean {
    return this._eof && this._buffer.length === 0;
  }

  /** Takes what came in. @throws AssertionError `feed_data after feed_eof` */
  feed_data(data: Uint8Array): void {
    if (this._eof) throw new AssertionError("feed_data after feed_eof");
    if (data.length === 0) return;
    this._buffer = _joined(this._buffer, data);
    this._wakeup_waiter();
    if (this._transport === null || this._paused || this._buffer.length <= 2 * this._limit) return;
    this._transport.pause_reading();
    this._paused = true;
  }

  private _wakeup_waiter(): void {
    const waiter = this._waiter;
    this._waiter = null;
    if (waiter !== null && !waiter.cancelled()) waiter.set_result(null);
  }

  private _maybe_resume_transport(): void {
    if (this._paused && this._buffer.length <= this._limit) this._resume();
  }

  private _resume(): void {
    this._paused = false;
    this._transport?.resume_reading();
  }

  private *_wait_for_data(name: string): Coroutine<void> {
    if (this._waiter !== null) {
      throw new RuntimeError(`${name}() called while another coroutine is already waiting for incoming data`);
    }
    // A reader that waits while its transport is paused would wait for ever.
    if (this._paused) this._resume();
    this._waiter = this._loop.create_future();
    try {
      yield* this._waiter;
    } finally {
      this._waiter = null;
    }
  }

  /** Takes so many bytes out of the buffer. */
  private _take(count: number): Uint8Array {
    const data = this._buffer.slice(0, count);
    this._buffer = this._buffer.slice(count);
    return data;
  }

  /**
   * Reads up to and with the next newline; at the end of the stream, what is left.
   * @throws ValueError `Separator is found, but chunk is longer than limit`, or `Separator is not found, and chunk exceed the limit`; what was
   *   too long is dropped
   */
  *readline(): Coroutine<Uint8Array> {
    try {
      return yield* this.readuntil(NEWLINE);
    } catch (error) {
      if (error instanceof IncompleteReadError) return error.partial;
      if (!(error instanceof LimitOverrunError)) throw error;
      const found = this._buffer[error.consumed] === NEWLINE[0];
      this._buffer = found ? this._buffer.slice(error.consumed + 1) : new Uint8Array();
      this._maybe_resume_transport();
      const wrong = new ValueError(error.args[0]);
      wrong.__context__ = error;
      throw wrong;
    }
  }

  /**
   * Reads up to and with a separator.
   * @param separator what ends the read; from 3.13 on also several, of which the one that ends first counts
   * @throws IncompleteReadError when the stream ends before; what is left is in its `partial`
   * @throws LimitOverrunError when there is too much before it; everything stays in the buffer
   * @throws ValueError `Separator should be at least one-byte string`
   */
  *readuntil(separator: Uint8Array | readonly Uint8Array[] = NEWLINE): Coroutine<Uint8Array> {
    const separators = separators_of(separator);
    if (this._exception !== null) throw this._exception;
    let offset = 0;
    for (;;) {
      const { length } = this._buffer;
      if (length - offset >= separators.shortest) {
        const match = this._match(separators, offset);
        if (match !== null) return this._take_until(match);
        offset = Math.max(0, length + 1 - separators.longest);
        if (offset > this._limit) {
          throw new LimitOverrunError("Separator is not found, and chunk exceed the limit", offset);
        }
      }
      if (this._eof) throw new IncompleteReadError(this._take(length), null);
      yield* this._wait_for_data("readuntil");
    }
  }

  private _take_until({ start, end }: Match): Uint8Array {
    if (start > this._limit) {
      throw new LimitOverrunError("Separator is found, but chunk is longer than limit", start);
    }
    const chunk = this._take(end);
    this._maybe_resume_transport();
    return chunk;
  }

  /** The separator that ends first. */
  private _match({ all, refused }: Separators, offset: number): Match | null {
    if (refused) throw new TypeError("argument should be integer or bytes-like object, not 'tuple'");
    let match: Match | null = null;
    for (const separator of all) {
      const start = find(this._buffer, separator, offset);
      const end = start + separator.length;
      if (start >= 0 && (match === null || end < match.end)) match = { start, end };
    }
    return match;
  }

  /**
   * Reads what there is, at least one byte.
   * @param n how many bytes at most; less than 0 for everything up to the end of the stream
   * @returns nothing at the end of the stream
   */
  *read(n = -1): Coroutine<Uint8Array> {
    if (this._exception !== null) throw this._exception;
    if (n === 0) return new Uint8Array();
    if (n < 0) {
      const blocks: Uint8Array[] = [];
      for (;;) {
        const block = yield* this.read(this._limit);
        if (block.length === 0) return _joined(...blocks);
        blocks.push(block);
      }
    }
    if (this._buffer.length === 0 && !this._eof) yield* this._wait_for_data("read");
    const data = this._take(n);
    this._maybe_resume_transport();
    return data;
  }

  /**
   * Reads so many bytes.
   * @throws IncompleteReadError when the stream ends before
   * @throws ValueError `readexactly size can not be less than zero`
   */
  *readexactly(n: number): Coroutine<Uint8Array> {
    if (n < 0) throw new ValueError("readexactly size can not be less than zero");
    if (this._exception !== null) throw this._exception;
    if (n === 0) return new Uint8Array();
    while (this._buffer.length < n) {
      if (this._eof) throw new IncompleteReadError(this._take(this._buffer.length), n);
      yield* this._wait_for_data("readexactly");
    }
    const data = this._take(n);
    this._maybe_resume_transport();
    return data;
  }

  /** For `async_for`, which reads line by line. */
  __aiter__(): this {
    return this;
  }

  /** The next line. @throws StopAsyncIteration at the end of the stream */
  *__anext__(): Coroutine<Uint8Array> {
    const line = yield* this.readline();
    if (line.length === 0) throw new StopAsyncIteration();
    return line;
  }

  __repr__(): string {
    const info = ["StreamReader"];
    if (this._buffer.length > 0) info.push(`${String(this._buffer.length)} bytes`);
    if (this._eof) info.push("eof");
    if (this._limit !== DEFAULT_LIMIT) info.push(`limit=${repr(this._limit)}`);
    if (this._waiter !== null) info.push(`waiter=${repr(this._waiter)}`);
    if (this._exception !== null) info.push(`exception=${repr(this._exception)}`);
    if (this._transport !== null) info.push(`transport=${repr(this._transport)}`);
    if (this._paused) info.push("paused");
    return `<${info.join(" ")}>`;
  }
}

define_classes("asyncio.streams", { StreamReader });
_name_methods(StreamReader, "read", "readexactly", "readline", "readuntil");
