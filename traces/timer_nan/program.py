"""A timer whose time is not a number: due at once, until 3.13 lets it break the loop."""

import asyncio

if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.call_later(float("nan"), print, "after nan")
    loop.call_later(0.01, print, "after 0.01")
    loop.call_later(0.02, loop.stop)
    try:
        loop.run_forever()
    except ValueError as error:
        print("ValueError:", error)
    loop.close()
