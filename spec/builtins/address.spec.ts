import { expect, test } from "vitest";
import { hex_address, id, newAddressSource, setAddressSource } from "../../src/builtins/address.js";

test("an object gets the next address when one is first asked for, and keeps it", () => {
  const before = setAddressSource(newAddressSource());
  const [a, b] = [{}, () => 1];
  expect([hex_address(b), hex_address(a), hex_address(b)]).toEqual([
    ...["0x7f0000000040", "0x7f0000000080", "0x7f0000000040"],
  ]);
  expect(id(a)).toBe(0x7f0000000080);
  setAddressSource(newAddressSource());
  expect(hex_address(a)).toBe("0x7f0000000040");
  const mine = setAddressSource(before);
  expect(mine(a)).toBe(0x7f0000000040);
});

test("another source may give any addresses", () => {
  const before = setAddressSource(() => 0x10);
  expect(hex_address({})).toBe("0x10");
  setAddressSource(before);
});
