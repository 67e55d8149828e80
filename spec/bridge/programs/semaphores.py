"""Semaphores: waiting, releasing too often, odd arguments."""
import threading, time
s = threading.Semaphore(2)
print(s)

def w(n):
    with s:
        time.sleep(0.05 * (n + 1))
        print('in', n)
ts = [threading.Thread(target=w, args=(n,)) for n in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
b = threading.BoundedSemaphore(1)
print(b)
try:
    b.release()
except ValueError as e:
    print(repr(e))
try:
    threading.Semaphore(-1)
except ValueError as e:
    print(repr(e))
print(b.acquire(blocking=False), b.acquire(blocking=False))
print(b.acquire(timeout=0.1))
try:
    b.acquire(blocking=False, timeout=1)
except ValueError as e:
    print(repr(e))
try:
    s.release(2)
    print(s._value)
    s.release(0)
except Exception as e:
    print(repr(e))
