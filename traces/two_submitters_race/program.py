"""Two threads submit to one loop: each keeps its own order, and the two mix in any way."""
# recorder: repeats=70

import asyncio
import threading


def submitter(loop, name, seen):
    for number in (1, 2):
        loop.call_soon_threadsafe(seen.append, f"{name}{number}")


def main():
    loop = asyncio.new_event_loop()
    seen = []
    threads = [threading.Thread(target=submitter, args=(loop, name, seen)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()
    print(" ".join(seen))


if __name__ == "__main__":
    main()
