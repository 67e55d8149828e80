"""Whether a pool starts another thread depends on who counts as idle: up to 3.11 each item counts, from 3.12 on an empty queue."""

import concurrent.futures
import threading
import time


def show(label):
    time.sleep(0.02)
    print(label, "threads:", len(executor._threads), "idle:", executor._idle_semaphore._value)


if __name__ == "__main__":
    with concurrent.futures.ThreadPoolExecutor(3) as executor:
        gates = [threading.Event() for _ in range(3)]
        executor.submit(gates[0].wait)
        show("one waits:")
        executor.submit(gates[1].wait)
        executor.submit(gates[2].wait)
        for _ in range(4):
            executor.submit(threading.get_ident)
        show("all wait:")
        gates[0].set()
        show("one goes on:")
        gates[1].set()
        gates[2].set()
        show("all go on:")
        for _ in range(2):
            executor.submit(threading.get_ident).result()
            show("one more:")
