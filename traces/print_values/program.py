"""How print shows numbers, texts and containers."""

if __name__ == "__main__":
    print()
    print(1, -1, 0, 10**21, True, False, None)
    print(1.0, 1.5, -0.0, 0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 1e22, 1.5e300, 5e-324)
    print(float("inf"), -float("inf"), float("nan"), 100000.0, 1e100, 0.00001234)
    print("text", 'with "quotes"', "tab\tnewline\nend")
    print(["text", 'single \' and double "', "it's", 'say "hi"', "back\\slash", "tab\t\n\r\x00\x7f", "é", "\u200b", "😀"])
    print([], (), {}, set(), [1], (1,), {"a": 1, 2: "b"}, {3})
    print([1.0, [2, (3, "x")], {"k": [None, True]}])
    print("a", "b", sep="-", end="!\n")
    print("a", "b", sep="")
    print(*range(3), sep=", ")
    print(b"bytes\x00'", range(3), ..., slice(1, 2), complex(1, 2))
    print(int, ValueError, print, type(None))
