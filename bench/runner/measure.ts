// Measures one workload: both sides in turn, several rounds, the median of each.
import { type Command, interloopCommand, peerCommand, type Sample, sample, type Setting } from "./programs.js";
import type { Python } from "./python.js";
import type { Peer, Target, Workload } from "./workloads.js";

/** One measured figure of both sides. */
export interface Row {
  readonly name: string;
  /** The unit of both figures, such as `callbacks/s` or `bytes/task`. */
  readonly unit: string;
  /** Our figure; null when it could not be measured. */
  readonly interloop: number | null;
  /** The peer's figure; null when it could not be measured. */
  readonly other: number | null;
  readonly peer: Peer;
  readonly target: Target;
}

/** What the measurement tells the person who waits for it. */
export interface Listener {
  /** A process is about to start. */
  started(workload: Workload, side: string, round: number): void;
  /** A side failed, which leaves its figure out. */
  failed(workload: Workload, side: string, error: Error): void;
}

/** The middle of some numbers, or the mean of the two middle ones; null when there are none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  return high === undefined || low === undefined ? null : (low + high) / 2;
}

/** One side of a workload: its samples so far, until it fails. */
class Side {
  readonly name: string;
  readonly samples: Sample[] = [];
  #command: Command | null = null;
  readonly #workload: Workload;
  readonly #listener: Listener;

  constructor(name: string, workload: Workload, listener: Listener, prepare: () => Command | null) {
    this.name = name;
    this.#workload = workload;
    this.#listener = listener;
    this.#attempt(() => {
      this.#command = prepare();
    });
  }

  run(round: number): void {
    const command = this.#command;
    if (command === null) return;
    this.#listener.started(this.#workload, this.name, round);
    this.#attempt(() => this.samples.push(sample(command)));
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      // A side that failed once computed a wrong result or cannot run at all: what it measured before is worth nothing.
      this.#command = null;
      this.samples.length = 0;
      this.#listener.failed(this.#workload, this.name, error instanceof Error ? error : new Error(String(error)));
    }
  }

  rate(): number | null {
    return median(this.samples.map(({ rate }) => rate));
  }

  bytes(): number | null {
    return median(this.samples.flatMap(({ bytes }) => (bytes === null ? [] : [bytes])));
  }
}

/**
 * Measures one workload.
 *
 * @param rounds - how often each side runs; the sides alternate, so that a machine that gets slower slows both
 * @returns a row for the rate, and one more for the memory where it is measured
 */
export function measure(
  workload: Workload,
  setting: Setting,
  python: Python | null,
  rounds: number,
  listener: Listener,
): Row[] {
  const ours = new Side("interloop", workload, listener, () => interloopCommand(workload, setting));
  const theirs = new Side(workload.peer, workload, listener, () => peerCommand(workload, setting, python));
  for (let round = 1; round <= rounds; round++) {
    ours.run(round);
    theirs.run(round);
  }
  const { name, operations, peer, target, memory } = workload;
  const rows: Row[] = [{ name, unit: `${operations}/s`, interloop: ours.rate(), other: theirs.rate(), peer, target }];
  if (memory !== null) {
    const unit = `bytes/${operations.replace(/s$/, "")}`;
    rows.push({ name: `${name} memory`, unit, interloop: ours.bytes(), other: theirs.bytes(), peer, target: memory });
  }
  return rows;
}
