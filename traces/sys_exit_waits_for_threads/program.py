"""sys.exit in main still waits for the other threads, unless they are daemons."""

import sys
import threading
import time


def works():
    time.sleep(0.05)
    print("thread ends")


if __name__ == "__main__":
    threading.Thread(target=works).start()
    print("main exits")
    sys.exit(5)
