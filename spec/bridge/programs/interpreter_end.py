"""What is said at the end, and depths, sleeps, warnings, logs, pickles before it."""
import sys, time, atexit, warnings, logging, threading, sched, functools, pickle, copy

class D:

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('del', self.n)
d = D('global')

def f():
    x = D('local')
    y = [x]
f()

def g():
    try:
        yield 1
        yield 2
    finally:
        print('gen closed')
it = g()
next(it)
atexit.register(lambda: print('atexit 1'))

@atexit.register
def last():
    print('atexit 2')
    raise ValueError('in atexit')
warnings.warn('careful')
warnings.warn('dep', DeprecationWarning)
import logging
logging.basicConfig(format='%(threadName)s %(levelname)s %(message)s', level=logging.INFO)

def w():
    logging.info('from thread')
t = threading.Thread(target=w, name='TT')
t.start()
t.join()
logging.warning('main %s', 1)
s = sched.scheduler(time.monotonic, time.sleep)
s.enter(2, 1, print, ('two',))
s.enter(1, 1, print, ('one',))
s.run()

@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(30), fib.cache_info())

class P:

    def __init__(self):
        self.x = 1

    def __eq__(self, o):
        return self.x == o.x
print(pickle.loads(pickle.dumps(P())) == P())
try:
    pickle.dumps(threading.Lock())
except TypeError as e:
    print(e)
try:
    copy.copy(threading.Lock())
except TypeError as e:
    print(e)

def rec(n):
    return rec(n + 1)
try:
    rec(0)
except RecursionError as e:
    print(e)
depth = 0

def rec2():
    global depth
    depth += 1
    rec2()
try:
    rec2()
except RecursionError:
    print('depth', depth)
print(sys.getrecursionlimit())
for a in (-1, 'x', float('nan'), None, 1e+30, float('inf'), True, 0, 0.0):
    if a in (1e+30, float('inf')):
        continue
    try:
        print(time.sleep(a))
    except Exception as e:
        print(type(e).__name__, e)
try:
    time.sleep(1e+30)
except Exception as e:
    print(type(e).__name__, e)
try:
    time.sleep()
except Exception as e:
    print(type(e).__name__, e)

class I:

    def __index__(self):
        return 1
print(time.sleep(I()))
from fractions import Fraction
for a in (Fraction(1, 3),):
    try:
        print(time.sleep(a))
    except Exception as e:
        print(type(e).__name__, e)

def outer():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError('x') from e
try:
    outer()
except KeyError:
    logging.exception('oops')

class C:

    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, *a):
        print('exit', a[0])

def bad():
    raise RuntimeError('unhandled ☃')
with C():
    bad()
