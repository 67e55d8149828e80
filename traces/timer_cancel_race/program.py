"""A timer that is cancelled at the moment at which its time is up is called, or not."""
# recorder: repeats=70

import threading
import time

if __name__ == "__main__":
    timer = threading.Timer(0.02, print, ["called"])
    timer.start()
    time.sleep(0.02)
    timer.cancel()
    timer.join()
    print("end")
