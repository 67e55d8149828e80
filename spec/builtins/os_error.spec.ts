import { expect, test } from "vitest";
import { ConnectionError, ConnectionResetError, FileNotFoundError, OSError } from "../../src/builtins/exceptions.js";
import { repr, str } from "../../src/builtins/repr.js";

test("the number chooses the subclass, but not below OSError itself", () => {
  class Mine extends OSError {}
  const made = [
    new OSError(104, "reset"),
    new ConnectionError(104, "reset"),
    new Mine(2, "none"),
    new OSError(5, "i/o"),
  ];
  expect(made.map(repr)).toEqual([
    ...["ConnectionResetError(104, 'reset')", "ConnectionError(104, 'reset')", "Mine(2, 'none')", "OSError(5, 'i/o')"],
  ]);
  expect([made[0] instanceof ConnectionResetError, made[0] instanceof ConnectionError]).toEqual([true, true]);
});

test("the filename is a field and no argument", () => {
  const e = new OSError(2, "No such file or directory", "a.txt");
  expect(e).toBeInstanceOf(FileNotFoundError);
  expect([e.errno, e.strerror, e.filename, repr(e.args), str(e)]).toEqual([
    ...[2, "No such file or directory", "a.txt", "(2, 'No such file or directory')"],
    "[Errno 2] No such file or directory: 'a.txt'",
  ]);
});

test("a message alone sets no number", () => {
  const e = new OSError("broken");
  expect([e.errno, e.strerror, e.filename, str(e), repr(e)]).toEqual([null, null, null, "broken", "OSError('broken')"]);
});
