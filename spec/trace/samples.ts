/** A small trace that has something of everything, and arbitrary ones. */
import { CLOCK, type Event, type EventKind, eventKinds, type Trace } from "interloop";
import fc from "fast-check";
import type { FieldType } from "../../src/trace/event.js";

export const sample: Trace = {
  header: { schema: 1, python: "3.13.0", clock: "linux", timing: "punctual", stdout: "terminal", debug: false },
  events: [
    { seq: 1, time: 0, thread: 0, kind: "thread.start", cause: 0, child: 1, name: "Thread-1 (run)" },
    { seq: 2, time: 1e-9, thread: 0, kind: "thread.wait", cause: 1, operation: "select", object: null, until: 1.5 },
    { seq: 3, time: 1.500000013, thread: CLOCK, kind: "clock.advance", cause: 0 },
    { seq: 4, time: 12.25, thread: 1, kind: "write", cause: 3, stream: "stdout", text: 'a "b"\n' },
  ],
  ending: { ending: "returned", text: "returned", time: 12.25, steps: 3, schedule: "i1:0=t1" },
};

const values: Readonly<Record<FieldType, fc.Arbitrary<string | number | null>>> = {
  text: fc.string({ unit: "binary" }),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  "number?": fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0)),
  "text?": fc.option(fc.string({ unit: "binary" })),
};

function eventOf(kind: EventKind): fc.Arbitrary<object> {
  const shape: Readonly<Record<string, FieldType>> = eventKinds[kind];
  const fields = Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, values[type]]));
  const time = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((seconds) => seconds + 0);
  return fc.record({ time, thread: fc.integer({ min: CLOCK, max: 20 }), kind: fc.constant(kind), ...fields });
}

/** Any trace that the schema allows. */
export const anyTrace: fc.Arbitrary<Trace> = fc
  .array(
    fc
      .constantFrom(...(Object.keys(eventKinds) as EventKind[]))
      .chain((kind) => fc.tuple(eventOf(kind), fc.nat({ max: 1000 }))),
  )
  .map((events) => ({
    ...sample,
    events: events.map(([event, draw], at) => ({ seq: at + 1, ...event, cause: draw % (at + 1) }) as unknown as Event),
  }));
