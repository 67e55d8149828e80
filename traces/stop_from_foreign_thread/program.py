"""loop.stop() called directly from a foreign thread: the loop notices only when something else wakes it."""

import asyncio
import threading
import time


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    order = []
    loop.call_later(0.2, order.append, "timer")
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    time.sleep(0.1)
    loop.stop()
    order.append("stop() called")
    thread.join()
    print(order, loop.is_running())
    loop.close()
