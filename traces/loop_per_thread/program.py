"""asyncio.run in two threads at once: each thread has a loop of its own, and task names share one counter."""

import asyncio
import threading


async def worker(results, name, turn, next_turn):
    turn.wait()
    task = asyncio.create_task(asyncio.sleep(0, name))
    results.append((name, await task, asyncio.get_running_loop()))
    next_turn.set()


if __name__ == "__main__":
    results = []
    turns = [threading.Event() for _ in range(3)]
    turns[0].set()
    threads = [
        threading.Thread(target=asyncio.run, args=(worker(results, name, turns[index], turns[index + 1]),))
        for index, name in enumerate("ab")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print([name for name, _, _ in results], results[0][2] is results[1][2], turns[2].is_set())
