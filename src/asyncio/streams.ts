/**
 * Mirrors `asyncio.streams` without the sockets: `memory_pipe` makes pairs of streams that end in each other. StreamReader has a file of its own.
 */
import { AssertionError, ConnectionResetError } from "../builtins/exceptions.js";
import { define_classes, repr } from "../builtins/repr.js";
import { UsageError } from "../kernel/errors.js";
import { interpreter } from "../interpreter/state.js";
import type { Coroutine } from "./awaitable.js";
import type { BaseEventLoop } from "./base_events.js";
import { get_event_loop } from "./events.js";
import type { Future } from "./futures.js";
import { _name_methods, _remove } from "./locks.js";
import { DEFAULT_LIMIT, type ReadTransport, StreamReader } from "./stream_reader.js";
import { sleep } from "./tasks.js";

export { DEFAULT_LIMIT, type ReadTransport, StreamReader };

/** What streams need of a transport: what Python's `asyncio.Transport` has. */
export interface Transport extends ReadTransport {
  write(data: Uint8Array): void;
  writelines(data: Iterable<Uint8Array>): void;
  write_eof(): void;
  can_write_eof(): boolean;
  close(): void;
  abort(): void;
  is_closing(): boolean;
  get_extra_info(name: string, fallback?: unknown): unknown;
}

/** What a transport tells: it feeds a reader, and lets the writers wait while the transport has too much. Mirrors `asyncio.StreamReaderProtocol`. */
export class StreamReaderProtocol {
  private readonly _loop: BaseEventLoop;
  private readonly _reader: StreamReader;
  private readonly _closed: Future<null>;
  private readonly _drain_waiters: Future<null>[] = [];
  private _paused = false;
  private _connection_lost = false;

  /** @param options `loop`: the loop of the tasks; `get_event_loop()` unless told */
  constructor(stream_reader: StreamReader, options: { readonly loop?: BaseEventLoop | null } = {}) {
    this._loop = options.loop ?? get_event_loop();
    this._reader = stream_reader;
    this._closed = this._loop.create_future();
  }

  /** The transport is there. */
  connection_made(transport: Transport): void {
    this._reader.set_transport(transport);
  }

  /** The transport is gone. @param exc why; `null` when it was closed */
  connection_lost(exc: unknown): void {
    if (exc === null) this._reader.feed_eof();
    else this._reader.set_exception(exc);
    if (!this._closed.done()) this._end(this._closed, exc);
    // Nobody has to look at it: the streams tell the exception.
    this._closed._retrieved();
    this._connection_lost = true;
    if (!this._paused) return;
    for (const waiter of this._drain_waiters) if (!waiter.done()) this._end(waiter, exc);
  }

  private _end(future: Future<null>, exc: unknown): void {
    if (exc === null) future.set_result(null);
    else future.set_exception(exc);
  }

  /** Bytes came in. */
  data_received(data: Uint8Array): void {
    this._reader.feed_data(data);
  }

  /** The other end writes no more. @returns true: this one may go on writing */
  eof_received(): boolean {
    this._reader.feed_eof();
    return true;
  }

  /** The transport has too much to write. */
  pause_writing(): void {
    if (this._paused) throw new AssertionError();
    this._paused = true;
  }

  /** The transport has room again. */
  resume_writing(): void {
    if (!this._paused) throw new AssertionError();
    this._paused = false;
    const waiters = interpreter().profile.drainsTogether ? this._drain_waiters : this._drain_waiters.splice(0);
    for (const waiter of waiters) if (!waiter.done()) waiter.set_result(null);
  }

  /** Waits while there is too much to write. @internal */
  *_drain_helper(): Coroutine<void> {
    if (this._connection_lost) throw new ConnectionResetError("Connection lost");
    if (!this._paused) return;
    const together = interpreter().profile.drainsTogether;
    if (!together) {
      if (this._drain_waiters.some((one) => !one.cancelled())) throw new AssertionError();
      this._drain_waiters.length = 0;
    }
    const waiter = this._loop.create_future<null>();
    this._drain_waiters.push(waiter);
    try {
      yield* waiter;
    } finally {
      if (together) _remove(this._drain_waiters, waiter);
    }
  }

  /** @internal */
  _get_close_waiter(): Future<null> {
    return this._closed;
  }
}

/** Where bytes go out. Mirrors `asyncio.StreamWriter`. */
export class StreamWriter {
  private readonly _transport: Transport;
  private readonly _protocol: StreamReaderProtocol;
  private readonly _reader: StreamReader | null;

  /**
   * @param transport takes the bytes
   * @param protocol the one that the transport talks to
   * @param reader the other direction, whose exception `drain` raises; `null` for none
   * @param loop the loop of the tasks
   */
  constructor(transport: Transport, protocol: StreamReaderProtocol, reader: StreamReader | null, loop: BaseEventLoop) {
    this._transport = transport;
    this._protocol = protocol;
    this._reader = reader;
    // CPython keeps one, and its completion can be seen in a trace.
    loop.create_future<null>().set_result(null);
  }

  /** What takes the bytes. */
  get transport(): Transport {
    return this._transport;
  }

  /** Hands bytes to the transport, without waiting: call `drain` after it. @throws RuntimeError `Cannot call write() after write_eof()` */
  write(data: Uint8Array): void {
    this._transport.write(data);
  }

  /** The same for several. */
  writelines(data: Iterable<Uint8Array>): void {
    this._transport.writelines(data);
  }

  /** Says that no more is written; reading goes on. */
  write_eof(): void {
    this._transport.write_eof();
  }

  /** Whether `write_eof` is possible. */
  can_write_eof(): boolean {
    return this._transport.can_write_eof();
  }

  /** Closes the stream, once everything is written: see `wait_closed`. */
  close(): void {
    this._transport.close();
  }

  /** Whether it was closed. */
  is_closing(): boolean {
    return this._transport.is_closing();
  }

  /** Waits until it is closed. @throws what has ended the connection, if it was not closed */
  *wait_closed(): Coroutine<void> {
    yield* this._protocol._get_close_waiter();
  }

  /** What the transport knows of itself. */
  get_extra_info(name: string, fallback: unknown = null): unknown {
    return this._transport.get_extra_info(name, fallback);
  }

  /**
   * Waits while the transport has more to write than it likes.
   * @throws ConnectionResetError `Connection lost`; the reader's exception, if it has one
   * @throws AssertionError up to 3.9, when another task waits already
   */
  *drain(): Coroutine<void> {
    const failure = this._reader?.exception() ?? null;
    if (failure !== null) throw failure;
    // What is closing gets a chance to tell of it.
    if (this._transport.is_closing()) yield* sleep(0);
    yield* this._protocol._drain_helper();
  }

  __repr__(): string {
    const reader = this._reader === null ? "" : ` reader=${repr(this._reader)}`;
    return `<StreamWriter transport=${repr(this._transport)}${reader}>`;
  }
}

define_classes("asyncio.streams", { StreamReaderProtocol, StreamWriter });
_name_methods(StreamWriter, "drain", "wait_closed");

function no_sockets(name: string): never {
  throw new UsageError(
    `asyncio.${name}: there are no sockets in a simulation; memory_pipe() makes a pair of streams that end in each other`,
  );
}

/** Not here: there are no sockets in a simulation. @throws UsageError that says so, and names `memory_pipe` */
export function open_connection(..._args: readonly unknown[]): never {
  return no_sockets("open_connection");
}

/** Not here: there are no sockets in a simulation. @throws UsageError that says so, and names `memory_pipe` */
export function start_server(..._args: readonly unknown[]): never {
  return no_sockets("start_server");
}

/** Not here: there are no sockets in a simulation. @throws UsageError that says so, and names `memory_pipe` */
export function open_unix_connection(..._args: readonly unknown[]): never {
  return no_sockets("open_unix_connection");
}

/** Not here: there are no sockets in a simulation. @throws UsageError that says so, and names `memory_pipe` */
export function start_unix_server(..._args: readonly unknown[]): never {
  return no_sockets("start_unix_server");
}
