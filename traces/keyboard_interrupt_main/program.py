"""KeyboardInterrupt leaves main: the process ends as if by the signal."""

if __name__ == "__main__":
    print("main")
    raise KeyboardInterrupt("by hand")
