/** Records the events of one run. */
import { KernelBug } from "../kernel/errors.js";
import type { Kernel } from "../kernel/kernel.js";
import type { Field, Observer } from "../kernel/observer.js";
import { CLOCK, type Event, eventKinds, type EventKind, type FieldType } from "./event.js";

const shapes: Readonly<Record<string, Readonly<Record<string, FieldType>> | undefined>> = eventKinds;

/**
 * An observer that keeps everything. It is made before the kernel, which needs it from the beginning, and told of the kernel afterwards:
 * `const recorder = new Recorder(); const kernel = new Kernel({ observer: recorder }); recorder.attach(kernel);`
 */
export class Recorder implements Observer {
  /** What was noted so far. */
  readonly events: Event[] = [];
  #kernel: Kernel | null = null;

  /** Says whose clock and whose threads the events have. Nothing can be noted before. */
  attach(kernel: Kernel): void {
    this.#kernel = kernel;
  }

  /**
   * See `Observer.note`.
   * @throws KernelBug when the kind or its fields are not in {@link eventKinds}, so that no trace leaves its schema
   */
  note(kind: string, cause: number, fields: Readonly<Record<string, Field>>): number {
    const kernel = this.#kernel;
    if (kernel === null) throw new KernelBug(`${kind} was noted before the recorder was attached`);
    const seq = this.events.length + 1;
    const { thread } = kernel;
    const event = {
      seq,
      time: kernel.now,
      thread: thread === null ? CLOCK : thread.id,
      kind: kind as EventKind,
      cause: cause === 0 && thread !== null ? thread.activity : cause,
      ...plainFields(kind, fields),
    };
    this.events.push(event as Event);
    return seq;
  }
}

/** The fields in the order of the schema, checked against it. */
function plainFields(kind: string, fields: Readonly<Record<string, Field>>): Record<string, Field> {
  const shape = shapes[kind];
  if (shape === undefined) throw new KernelBug(`the event ${kind} is not in the schema of traces`);
  const plain: Record<string, Field> = {};
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(shape, name))
      throw new KernelBug(`the event ${kind} has no field ${name} in the schema of traces`);
  }
  for (const [name, type] of Object.entries(shape)) {
    const value = plainValue(fields[name]);
    if (!fits(value, type))
      throw new KernelBug(`the field ${name} of the event ${kind} is no ${type}: ${String(value)}`);
    plain[name] = value;
  }
  return plain;
}

/** Numbers that no text form could keep become null; minus zero becomes zero. */
function plainValue(value: Field | undefined): Field {
  if (value === undefined) return null;
  if (typeof value !== "number") return value;
  return Number.isFinite(value) ? value + 0 : null;
}

/** Whether a value is what the schema says of a field. */
export function fits(value: unknown, type: FieldType): boolean {
  if (value === null) return type === "number?" || type === "text?";
  return typeof value === (type === "number" || type === "number?" ? "number" : "string");
}
