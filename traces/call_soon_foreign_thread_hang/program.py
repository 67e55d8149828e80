"""call_soon from a foreign thread to a loop with nothing else to do: the callback is never run."""
# recorder: hangs

import asyncio
import threading
import time


def main():
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever).start()
    time.sleep(0.1)
    loop.call_soon(print, "never printed")
    loop.call_soon(loop.stop)
    print("scheduled; the loop sleeps on")


if __name__ == "__main__":
    main()
