"""stop() lets the current batch of callbacks finish; what they schedule waits for the next run."""

import asyncio


def first(loop):
    print("first")
    loop.call_soon(print, "scheduled by first")
    loop.stop()


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.call_soon(first, loop)
    loop.call_soon(print, "second")
    loop.run_forever()
    print("stopped")
    loop.stop()
    loop.call_later(0.01, print, "timer, never printed")
    loop.run_forever()
    print("stopped again")
    loop.close()
