"""Pools of threads: cancelling what waits, generators, exits."""
import concurrent.futures as cf, sys, time
ex = cf.ThreadPoolExecutor(1)
fs = [ex.submit(time.sleep, 0.1) for _ in range(4)]
if sys.version_info >= (3, 9):
    ex.shutdown(wait=True, cancel_futures=True)
else:
    ex.shutdown()
print([f.cancelled() for f in fs] if sys.version_info >= (3, 9) else [])

class F(cf.Executor):
    pass
try:
    F().submit(1)
except NotImplementedError:
    print('ni')
e = cf.ThreadPoolExecutor(max_workers=3)
print(e._max_workers, e._thread_name_prefix)
f = e.submit(lambda: (yield))
print(type(f.result()))
e.submit(sys.exit, 3)
try:
    e.submit(sys.exit, 3).result()
except SystemExit as x:
    print('exit', x.code)
del e
print('gone')
