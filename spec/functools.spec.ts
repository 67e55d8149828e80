import { asyncio, functools, print, repr, simulate, threading, type Blocking } from "interloop";
import { expect, test } from "vitest";

function add(a: number, b: number, c: number): number {
  return a + b + c;
}

test("a partial calls its function with the first arguments given; one of a partial goes on from there", () => {
  const one = functools.partial(add, 1);
  const three = functools.partial(functools.partial(add, 1), 2);
  expect(one(20, 300)).toBe(321);
  expect(three(300)).toBe(303);
  expect([three.func, three.args]).toEqual([add, [1, 2]]);
});

test("a handle shows a partial with its arguments where the version shows arguments, and a thread has no name from it", () => {
  function* program(): Blocking<void> {
    const loop = asyncio.new_event_loop();
    yield* print(loop.call_soon(functools.partial(add, 1, 2), 3));
    const future = loop.create_future();
    future.add_done_callback(functools.partial((_first: number) => undefined, 1));
    yield* print(future);
    yield* print(repr(functools.partial(add, 1)).replace(/0x\w+/, "0x.."));
    yield* print(new threading.Thread({ target: functools.partial(add, 1, 2, 3) }).name);
  }
  const output = (python: string): string => simulate(program, { python }).output;
  const last = "functools.partial(<function add at 0x..>, 1)\nThread-1\n";
  expect(output("3.12")).toBe(`<Handle add(1, 2)(3)>\n<Future pending cb=[<lambda>(1)()]>\n${last}`);
  expect(output("3.13")).toBe(`<Handle add()()>\n<Future pending cb=[<lambda>()()]>\n${last}`);
});
