/** What of an event loop reaches out of the program: signals, and the methods for sockets, pipes, processes and names, which are left out. */
import { UsageError } from "../kernel/errors.js";
import type { MustNotAwait } from "./awaitable.js";
import { ExecutorLoop } from "./loop_executor.js";
import { LoopSignals } from "./loop_signals.js";

/** A method that is left out. */
type LeftOut = (...args: unknown[]) => never;

/** A loop as far as it looks outside. */
export abstract class OutsideLoop extends ExecutorLoop {
  // Each of these raises UsageError, which ends the run: see `leftOut`.
  declare readonly add_reader: LeftOut;
  declare readonly add_writer: LeftOut;
  declare readonly connect_accepted_socket: LeftOut;
  declare readonly connect_read_pipe: LeftOut;
  declare readonly connect_write_pipe: LeftOut;
  declare readonly create_connection: LeftOut;
  declare readonly create_datagram_endpoint: LeftOut;
  declare readonly create_server: LeftOut;
  declare readonly create_unix_connection: LeftOut;
  declare readonly create_unix_server: LeftOut;
  declare readonly getaddrinfo: LeftOut;
  declare readonly getnameinfo: LeftOut;
  declare readonly remove_reader: LeftOut;
  declare readonly remove_writer: LeftOut;
  declare readonly sendfile: LeftOut;
  declare readonly sock_accept: LeftOut;
  declare readonly sock_connect: LeftOut;
  declare readonly sock_recv: LeftOut;
  declare readonly sock_recv_into: LeftOut;
  declare readonly sock_recvfrom: LeftOut;
  declare readonly sock_recvfrom_into: LeftOut;
  declare readonly sock_sendall: LeftOut;
  declare readonly sock_sendfile: LeftOut;
  declare readonly sock_sendto: LeftOut;
  declare readonly start_tls: LeftOut;
  declare readonly subprocess_exec: LeftOut;
  declare readonly subprocess_shell: LeftOut;

  #signals: LoopSignals | null = null;

  /**
   * Runs a callback in the loop whenever a signal comes: through the self-pipe, as one more handle.
   * @param sig the signal's number
   * @throws RuntimeError in another thread than the main one, and for signals that cannot be caught; ValueError `invalid signal number …`
   */
  add_signal_handler<A extends unknown[], R>(
    sig: number,
    callback: ((...args: A) => R) & MustNotAwait<R>,
    ...args: A
  ): void {
    this.#signals ??= new LoopSignals(this._self());
    this.#signals.add(sig, callback, args);
  }

  /**
   * Takes the callback of a signal away; what Python does by default is done again.
   * @param sig the signal's number
   * @returns whether there was one
   */
  remove_signal_handler(sig: number): boolean {
    this.#signals ??= new LoopSignals(this._self());
    return this.#signals.remove(sig);
  }

  /** The loop is closed. */
  protected _close_signals(): void {
    this.#signals?.clear();
  }
}

/** The methods for sockets, pipes, processes and names. A simulation has none of these. */
export const leftOut = [
  ...["add_reader", "add_writer", "remove_reader", "remove_writer"],
  ...["connect_accepted_socket", "create_connection", "create_datagram_endpoint", "create_server"],
  ...["create_unix_connection", "create_unix_server", "sendfile", "start_tls", "getaddrinfo", "getnameinfo"],
  ...["sock_accept", "sock_connect", "sock_recv", "sock_recv_into", "sock_recvfrom", "sock_recvfrom_into"],
  ...["sock_sendall", "sock_sendfile", "sock_sendto"],
  ...["connect_read_pipe", "connect_write_pipe", "subprocess_exec", "subprocess_shell"],
] as const;

for (const name of leftOut) {
  Object.defineProperty(OutsideLoop.prototype, name, {
    value(): never {
      throw new UsageError(
        `loop.${name}() is left out: sockets, pipes, processes and names of machines are outside of the simulation; give the program a stand-in, such as a queue`,
      );
    },
  });
}
