import fc from "fast-check";
import { expect, test } from "vitest";
import { ReadyQueue, type Runnable } from "../../src/asyncio/ready.js";

/** An entry that is only told apart from others. */
const entry = (name: number): Runnable => ({ name }) as unknown as Runnable;

test("law: it gives back what was put in, in order, however far it has grown and turned round", () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -40, max: -1 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(steps, (counts) => {
      const queue = new ReadyQueue();
      const model: Runnable[] = [];
      let name = 0;
      for (const count of counts) {
        for (let left = count; left > 0; left--) {
          const item = entry(name++);
          queue.push(item);
          model.push(item);
        }
        for (let left = Math.min(-count, model.length); left > 0; left--) expect(queue.shift()).toBe(model.shift());
        expect(queue.length).toBe(model.length);
      }
      expect(model.map(() => queue.shift())).toEqual(model);
    }),
  );
});

test("is empty after clear(), and goes on", () => {
  const queue = new ReadyQueue();
  for (let name = 0; name < 100; name++) queue.push(entry(name));
  queue.clear();
  expect(queue.length).toBe(0);
  const last = entry(100);
  queue.push(last);
  expect([queue.length, queue.shift() === last, queue.length]).toEqual([1, true, 0]);
});
