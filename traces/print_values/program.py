"""How print shows numbers, texts and containers, and what sep and end do."""

if __name__ == "__main__":
    print()
    print(1, -1, 0, 2**53, True, False, None)
    print(1.5, -0.25, 0.1 + 0.2, 1 / 3, 1e-4, 1e-5, 1.25e-7, 5e-324, 123456789.125, 0.00001234)
    print(float("inf"), -float("inf"), float("nan"))
    print("text", 'with "quotes"', "tab\tnewline\nend")
    print(["text", 'single \' and double "', "it's", 'say "hi"', "back\\slash", "tab\t\n\r\x00\x7f", "é", "\u200b", "😀"])
    print([], (), [1], (1,), (1, 2), [[]], ((),))
    print([1.5, [2, (3, "x")], [None, True]])
    print("a", "b", sep="-", end="!\n")
    print("a", "b", sep="")
    print(1, 2, 3, sep=", ")
