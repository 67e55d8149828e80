"""Two loops block on each other's submissions: neither thread can run what the other waits for."""
# recorder: hangs

import asyncio
import threading


async def answer():
    return 42


async def ask(other, barrier):
    future = asyncio.run_coroutine_threadsafe(answer(), other)
    barrier.wait()
    return future.result()


def main():
    first = asyncio.new_event_loop()
    second = asyncio.new_event_loop()
    barrier = threading.Barrier(2)
    threading.Thread(target=first.run_until_complete, args=(ask(second, barrier),), name="First").start()
    threading.Thread(target=second.run_until_complete, args=(ask(first, barrier),), name="Second").start()
    print("both started")


if __name__ == "__main__":
    main()
