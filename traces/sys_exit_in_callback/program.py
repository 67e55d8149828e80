"""sys.exit in a callback leaves run_forever; the loop can run again and goes on where it was."""

import asyncio
import sys


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.call_soon(print, "before")
    loop.call_soon(sys.exit, "a message")
    loop.call_soon(print, "after")
    loop.call_soon(loop.stop)
    try:
        loop.run_forever()
    except SystemExit as error:
        print("SystemExit:", error.code, "running:", loop.is_running())
    loop.run_forever()
    loop.close()
