"""Conditions, locks and their wrong uses."""
import threading, time
c = threading.Condition()
items = []

def consumer(n):
    with c:
        ok = c.wait_for(lambda: items, timeout=1)
        print('got', n, ok, items and items.pop())
ts = [threading.Thread(target=consumer, args=(n,)) for n in range(2)]
for t in ts:
    t.start()
    time.sleep(0.01)
time.sleep(0.1)
with c:
    items.append(1)
    c.notify()
ts[0].join()
ts[1].join()
print(c)
try:
    c.wait()
except RuntimeError as e:
    print(repr(e))
try:
    c.notify()
except RuntimeError as e:
    print(repr(e))
r = threading.RLock()
d = threading.Condition(r)

def w():
    with d:
        with d:
            print('waiting')
            print(d.wait(0.5))
            print(r)
t = threading.Thread(target=w)
t.start()
time.sleep(0.1)
with r:
    with r:
        d.notify_all()
t.join()
try:
    r.release()
except RuntimeError as e:
    print(repr(e))
l = threading.Lock()
try:
    l.release()
except RuntimeError as e:
    print(repr(e))
for a, k in [((True, -2), {}), ((False, 1), {}), ((True, 'x'), {}), ((), {'foo': 1}), ((1, 2, 3), {}), ((True,
    1e+20), {}), ((True, float('nan')), {}), (('y', 0), {}), ((True, None), {})]:
    for x in (l, r):
        try:
            print(x.acquire(*a, **k))
            x.release()
        except BaseException as e:
            print(type(e).__name__, e)
print(l, l.locked(), l.__enter__(), l)
l.__exit__(None, None, None)
print(l.acquire(timeout=0.1), l.acquire(timeout=0.1), l.acquire(False), l.acquire(blocking=False))
print(type(l), type(r), type(c), isinstance(l, type(threading.Lock())))
