"""main ends first: the interpreter waits for threads that are not daemons, also after an exception in main."""

import threading
import time


def works():
    time.sleep(0.1)
    print("thread ends; main thread alive:", threading.main_thread().is_alive())


if __name__ == "__main__":
    threading.Thread(target=works).start()
    print("main fails")
    raise ValueError("main failed")
