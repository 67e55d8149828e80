"""sys.exit in main with a number: the process's exit code."""

import sys

if __name__ == "__main__":
    try:
        sys.exit(4)
    finally:
        print("finally runs")
