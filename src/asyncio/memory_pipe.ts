/**
 * Streams over a pipe in memory, which Python has not: there one writes such a transport oneself, on `asyncio.transports._FlowControlMixin` and
 * `loop.call_soon`. `traces/stream_pipe/program.py` has the twin of this one, so that a program can be compared with CPython.
 */
import { BrokenPipeError, RuntimeError, ValueError } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import type { BaseEventLoop } from "./base_events.js";
import { get_running_loop } from "./events.js";
import { _joined, DEFAULT_LIMIT } from "./stream_reader.js";
import { StreamReader, StreamReaderProtocol, StreamWriter, type Transport } from "./streams.js";

/** How a pipe behaves. */
export interface PipeOptions {
  /** The readers' limit, in bytes; 64 KiB unless told. */
  readonly limit?: number;
  /** With more than so many bytes on their way, `drain` waits; 64 KiB unless told, or four times `low`. */
  readonly high?: number | null;
  /** With no more than so many bytes on their way, it goes on; a quarter of `high` unless told. */
  readonly low?: number | null;
  /** How many bytes arrive in one iteration of the loop, at most; 64 KiB unless told. */
  readonly chunk?: number;
}

/** One end of a pipe: what both its streams stand on. */
export type PipeEnd = readonly [reader: StreamReader, writer: StreamWriter];

const DEFAULT_HIGH = 65_536;

/** One end of a pipe in memory. What is written arrives at the other end one iteration of the loop later. */
export class PipeTransport implements Transport {
  private readonly _loop: BaseEventLoop;
  private readonly _protocol: StreamReaderProtocol;
  private readonly _chunk: number;
  private _peer: PipeTransport = this;
  /** What was written and has not arrived. */
  private _buffer: Uint8Array = new Uint8Array();
  private _high = DEFAULT_HIGH;
  private _low = DEFAULT_HIGH / 4;
  private _protocol_paused = false;
  private _reading = true;
  private _eof = false;
  private _eof_sent = false;
  private _closing = false;
  private _lost = false;
  private _scheduled = false;
  /** `_deliver` as a function that knows its name, which a trace shows. */
  private readonly _callback = {
    _deliver: (): void => {
      this._deliver();
    },
  }._deliver;

  /** @internal */
  constructor(loop: BaseEventLoop, protocol: StreamReaderProtocol, chunk: number) {
    this._loop = loop;
    this._protocol = protocol;
    this._chunk = chunk;
  }

  /** @internal */
  _connect(peer: PipeTransport): void {
    this._peer = peer;
    this._protocol.connection_made(this);
  }

  /** Whether it was closed. */
  is_closing(): boolean {
    return this._closing;
  }

  /** Whether its reader takes what arrives. */
  is_reading(): boolean {
    return this._reading;
  }

  /** How many bytes are on their way. */
  get_write_buffer_size(): number {
    return this._buffer.length;
  }

  /** The bounds that let writers wait and go on, in bytes. */
  get_write_buffer_limits(): readonly [low: number, high: number] {
    return Object.freeze([this._low, this._high] as const);
  }

  /**
   * Sets the bounds that let writers wait and go on.
   * @param high in bytes; 64 KiB unless told, or four times `low`
   * @param low in bytes; a quarter of `high` unless told
   * @throws ValueError `high (…) must be >= low (…) must be >= 0`
   */
  set_write_buffer_limits(high: number | null = null, low: number | null = null): void {
    const upper = high ?? (low === null ? DEFAULT_HIGH : 4 * low);
    const lower = low ?? Math.floor(upper / 4);
    if (!(upper >= lower && lower >= 0)) {
      throw new ValueError(`high (${repr(upper)}) must be >= low (${repr(lower)}) must be >= 0`);
    }
    this._high = upper;
    this._low = lower;
    this._maybe_pause_protocol();
  }

  /** Nothing is known of a pipe. */
  get_extra_info(_name: string, fallback: unknown = null): unknown {
    return fallback;
  }

  /** Sends bytes. What is written after it was closed is dropped. @throws RuntimeError `Cannot call write() after write_eof()` */
  write(data: Uint8Array): void {
    if (this._eof) throw new RuntimeError("Cannot call write() after write_eof()");
    if (this._closing || data.length === 0) return;
    this._buffer = _joined(this._buffer, data);
    this._maybe_pause_protocol();
    this._schedule();
  }

  /** Sends several, as one. */
  writelines(data: Iterable<Uint8Array>): void {
    this.write(_joined(...data));
  }

  /** Always. */
  can_write_eof(): boolean {
    return true;
  }

  /** Ends this direction. */
  write_eof(): void {
    if (this._closing || this._eof) return;
    this._eof = true;
    this._schedule();
  }

  /** Closes this end once everything has arrived; the other one sees the end of the stream. */
  close(): void {
    if (this._closing) return;
    this._closing = true;
    this._schedule();
  }

  /** Closes this end; what has not arrived is dropped. */
  abort(): void {
    this._buffer = new Uint8Array();
    this.close();
  }

  /** Lets the other end keep what it sends. */
  pause_reading(): void {
    this._reading = false;
  }

  /** Lets what the other end kept arrive. */
  resume_reading(): void {
    this._reading = true;
    this._peer._schedule();
  }

  private _maybe_pause_protocol(): void {
    if (this._buffer.length <= this._high || this._protocol_paused) return;
    this._protocol_paused = true;
    this._protocol.pause_writing();
  }

  private _maybe_resume_protocol(): void {
    if (!this._protocol_paused || this._buffer.length > this._low) return;
    this._protocol_paused = false;
    this._protocol.resume_writing();
  }

  private _schedule(): void {
    if (this._scheduled || this._lost) return;
    this._scheduled = true;
    this._loop.call_soon(this._callback);
  }

  /** One iteration's worth of what was written arrives at the other end. */
  private _deliver(): void {
    this._scheduled = false;
    const peer = this._peer;
    if (peer._closing) {
      if (this._buffer.length > 0 && !this._closing) {
        this._lose(new BrokenPipeError(32, "Broken pipe"));
        return;
      }
      this._buffer = new Uint8Array();
    } else if (this._buffer.length > 0) {
      if (!peer._reading) return;
      const data = this._buffer.slice(0, this._chunk);
      this._buffer = this._buffer.slice(this._chunk);
      peer._protocol.data_received(data);
      this._maybe_resume_protocol();
      if (this._buffer.length > 0) {
        this._schedule();
        return;
      }
    }
    this._finish(peer);
  }

  /** Everything has arrived. */
  private _finish(peer: PipeTransport): void {
    if ((this._eof || this._closing) && !this._eof_sent) {
      this._eof_sent = true;
      if (!peer._closing) peer._protocol.eof_received();
    }
    if (this._closing) this._lose(null);
  }

  private _lose(exc: unknown): void {
    this._closing = true;
    this._lost = true;
    this._buffer = new Uint8Array();
    this._protocol.connection_lost(exc);
  }

  __repr__(): string {
    const size = this._buffer.length > 0 ? ` ${String(this._buffer.length)} bytes` : "";
    return `<PipeTransport${size}${this._closing ? " closing" : ""}>`;
  }
}

/**
 * A pipe in memory, with a reader and a writer at each end: what is written at one end can be read at the other one, one iteration of the loop
 * later, and `drain` waits while the other end takes too little.
 *
 * ```ts
 * const [[, writer], [reader]] = memory_pipe({ limit: 1024, high: 4096 });
 * ```
 *
 * @throws RuntimeError `no running event loop`
 * @throws ValueError when the bounds are none: see `StreamReader` and `set_write_buffer_limits`
 */
export function memory_pipe(options: PipeOptions = {}): readonly [PipeEnd, PipeEnd] {
  const loop = get_running_loop();
  const { limit = DEFAULT_LIMIT, high = null, low = null, chunk = DEFAULT_HIGH } = options;
  const end = (): { reader: StreamReader; protocol: StreamReaderProtocol; transport: PipeTransport } => {
    const reader = new StreamReader(limit, { loop });
    const protocol = new StreamReaderProtocol(reader, { loop });
    const transport = new PipeTransport(loop, protocol, chunk);
    transport.set_write_buffer_limits(high, low);
    return { reader, protocol, transport };
  };
  const [first, second] = [end(), end()];
  first.transport._connect(second.transport);
  second.transport._connect(first.transport);
  const streams = ({ reader, protocol, transport }: ReturnType<typeof end>): PipeEnd => [
    reader,
    new StreamWriter(transport, protocol, reader, loop),
  ];
  return [streams(first), streams(second)];
}
