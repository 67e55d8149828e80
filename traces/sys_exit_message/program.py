"""sys.exit in main with a text: the text goes to standard error, the exit code is 1."""

import sys

if __name__ == "__main__":
    print("main exits")
    sys.exit("a message")
