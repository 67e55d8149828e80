"""A thread that releases a semaphore and acquires it again can be faster than the one that it has woken."""
# recorder: repeats=70

import threading


def waiter(semaphore):
    semaphore.acquire()
    print("waiter has it")
    semaphore.release()


if __name__ == "__main__":
    semaphore = threading.Semaphore(0)
    thread = threading.Thread(target=waiter, args=(semaphore,))
    thread.start()
    semaphore.release()
    if semaphore.acquire(timeout=0):
        print("main has it")
        semaphore.release()
    else:
        print("main came too late")
    thread.join()
