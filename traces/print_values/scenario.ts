/** How print shows numbers, texts and containers, and what sep and end do. */
import { print, print_kw, tuple, type Blocking } from "interloop";

export default function* main(): Blocking<void> {
  yield* print();
  yield* print(1, -1, 0, 2n ** 53n, true, false, null);
  yield* print(1.5, -0.25, 0.1 + 0.2, 1 / 3, 1e-4, 1e-5, 1.25e-7, 5e-324, 123456789.125, 0.00001234);
  yield* print(Infinity, -Infinity, NaN);
  yield* print("text", 'with "quotes"', "tab\tnewline\nend");
  yield* print([
    ...["text", "single ' and double \"", "it's", 'say "hi"', "back\\slash", "tab\t\n\r\x00\x7f", "é", "\u200b", "😀"],
  ]);
  yield* print([], tuple(), [1], tuple(1), tuple(1, 2), [[]], tuple(tuple()));
  yield* print([1.5, [2, tuple(3, "x")], [null, true]]);
  yield* print_kw({ sep: "-", end: "!\n" }, "a", "b");
  yield* print_kw({ sep: "" }, "a", "b");
  yield* print_kw({ sep: ", " }, 1, 2, 3);
}
