import { dependent, Gate, Kernel, Operation, SharedObject } from "interloop";
import { expect, test } from "vitest";
import { runThreads } from "./bare.js";

test("two operations depend on each other when they touch one object and one of them writes", () => {
  const [one, other] = [new SharedObject("one"), new SharedObject("other")];
  const operations = [
    new Operation("read one", one, "read"),
    new Operation("read one again", one, "read"),
    new Operation("write one", one, "write"),
    new Operation("write other", other, "write"),
    new Operation("touch nothing", null, "write"),
  ];
  const table = operations.map((a) => operations.map((b) => (dependent(a, b) ? "x" : ".")).join(""));
  expect(table).toEqual(["..x..", "..x..", "xxx..", "...x.", "....."]);
});

test("an operation that touches several objects depends on whatever touches one of them", () => {
  const [one, other, third] = [new SharedObject("one"), new SharedObject("other"), new SharedObject("third")];
  const both = new Operation("write one and other", one, "write", null, [other]);
  const operations = [
    new Operation("read one", one, "read"),
    new Operation("read other", other, "read"),
    new Operation("write third", third, "write"),
    new Operation("write third and other", third, "write", null, [other]),
  ];
  expect(operations.map((a) => dependent(a, both))).toEqual([true, true, false, true]);
  expect(operations.map((a) => dependent(both, a))).toEqual([true, true, false, true]);
});

test("an object has its number from the run in which it is made, one for each kind", () => {
  const numbers: number[] = [];
  runThreads({
    *A() {
      numbers.push(...["lock", "lock", "pipe", "lock"].map((kind) => new SharedObject(kind).number));
    },
  });
  expect(numbers).toEqual([1, 2, 1, 3]);
  expect(new SharedObject("lock").number).toBe(0);
});

test("whoever waits at a gate waits for its owner, and for nobody in particular where there is none", () => {
  const [gate, inner] = [new Gate("gate", false), new Gate("inner", true)];
  expect([gate.holder(), gate.open, inner.open, new SharedObject("thing").holder()]).toEqual([null, false, true, null]);
  gate.owner = inner;
  expect(gate.holder()).toBe(inner);
  const thread = new Kernel().spawn((function* () {})(), "thread");
  inner.owner = thread;
  expect(inner.holder()).toBe(thread);
});

test("an operation that never waits has no gate", () => {
  const gate = new Gate("gate", false);
  expect([new Operation("look", gate, "read").gate, new Operation("pass", gate, "write", gate).gate]).toEqual([
    ...[null, gate],
  ]);
});
