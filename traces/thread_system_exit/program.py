"""sys.exit in a thread ends that thread silently; the process's exit code is still main's."""

import sys
import threading


def exits():
    print("thread exits")
    sys.exit(3)


if __name__ == "__main__":
    thread = threading.Thread(target=exits)
    thread.start()
    thread.join()
    print("main goes on", thread.is_alive())
