/**
 * The frames in which messages arrive: a header line `JOB FLAG LENGTH`, then so many bytes. Several processes write to one stream, so the
 * frames of several messages can alternate; the flag `.` ends a message, `+` says that it goes on.
 */
import { KernelBug } from "../kernel/errors.js";

/** One whole message. */
export interface Framed {
  /** The job that it is about; 0 for none. */
  readonly job: number;
  readonly message: unknown;
}

/** A header is never longer: three numbers of at most 16 digits. */
const HEADER_MAX = 64;

/** Puts messages together from the bytes of a stream. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);
  readonly #parts = new Map<number, Buffer[]>();

  /**
   * Takes what has arrived.
   * @returns the messages that are complete now
   * @throws KernelBug when what arrives are no frames
   */
  push(chunk: Buffer): Framed[] {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const complete: Framed[] = [];
    let at = 0;
    for (;;) {
      const end = data.indexOf(0x0a, at);
      if (end < 0) {
        if (data.length - at > HEADER_MAX) broken(data.toString("latin1", at, at + HEADER_MAX));
        break;
      }
      const { job, last, length } = parseHeader(data.toString("latin1", at, end));
      const from = end + 1;
      if (from + length > data.length) break;
      at = from + length;
      const message = this.#add(job, last, data.subarray(from, at));
      if (message !== undefined) complete.push({ job, message });
    }
    this.#rest = data.subarray(at);
    return complete;
  }

  /** Forgets what has arrived of a job's message, because the rest will not come. */
  drop(job: number): void {
    this.#parts.delete(job);
  }

  /** @returns the message when this part is its last; otherwise undefined */
  #add(job: number, last: boolean, part: Buffer): unknown {
    const parts = this.#parts.get(job);
    if (!last) {
      if (parts === undefined) this.#parts.set(job, [part]);
      else parts.push(part);
      return undefined;
    }
    this.#parts.delete(job);
    return JSON.parse((parts === undefined ? part : Buffer.concat([...parts, part])).toString("utf8"));
  }
}

function parseHeader(header: string): { readonly job: number; readonly last: boolean; readonly length: number } {
  const [, job, flag, length] = /^(\d+) ([.+]) (\d+)$/.exec(header) ?? [];
  if (job === undefined || length === undefined) broken(header);
  return { job: Number(job), last: flag === ".", length: Number(length) };
}

function broken(text: string): never {
  throw new KernelBug(`the agent sent what is no frame: ${JSON.stringify(text)}`);
}
