"""A condition's RLock that is held three times: wait gives all of it away and takes it back as often; a foreign wait is refused."""

import threading


def notifier(condition, log):
    with condition:
        log.append("notifier has it")
        condition.notify()


if __name__ == "__main__":
    lock, log = threading.RLock(), []
    condition = threading.Condition(lock)
    with condition:
        with lock:
            lock.acquire()
            thread = threading.Thread(target=notifier, args=(condition, log))
            thread.start()
            log.append(condition.wait(5))
            thread.join()
            print(log, repr(lock).split()[0], repr(lock).split("count=")[1][0])
            lock.release()
        print(repr(lock).split("count=")[1][0])
    print(repr(lock).split("count=")[1][0])
    two = threading.Condition(lock)
    with two:
        condition.notify_all()
        print(condition.wait(0.01), two.wait_for(lambda: True))
    try:
        condition.wait()
    except RuntimeError as error:
        print(error)
