"""Barriers: an action, a timeout, an action that raises, abort and reset."""
import threading, time

def run(action=None, timeout=None):
    b = threading.Barrier(3, action, timeout)
    out = []

    def w(n):
        time.sleep(0.1 * n)
        try:
            i = b.wait()
            out.append(('passed', n))
        except threading.BrokenBarrierError as e:
            out.append(('broken', n, repr(e)))
    ts = [threading.Thread(target=w, args=(n,)) for n in range(3)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    print(sorted(out), b.parties, b.n_waiting, b.broken)
    return b
run()
run(lambda: print('action'))
run(timeout=0.15)

def bad():
    raise KeyError('x')
threading.excepthook = lambda a: print('hook', a.exc_type.__name__, a.thread.name)
run(bad)
b = threading.Barrier(2)
res = []

def w():
    try:
        b.wait()
    except threading.BrokenBarrierError:
        res.append('broken')
t = threading.Thread(target=w)
t.start()
time.sleep(0.1)
print(b.n_waiting)
b.abort()
t.join()
print(res, b.broken)
b.reset()
print(b.broken)
t = threading.Thread(target=w)
t.start()
time.sleep(0.1)
b.reset()
t.join()
print(res, b.broken)
