"""Exceptions that leave threads, and what threads refuse."""
import threading, sys, time

def bad():
    raise ValueError('bad')
t = threading.Thread(target=bad, name='T')
t.start()
t.join()

def ex():
    sys.exit(3)
t = threading.Thread(target=ex)
t.start()
t.join()

def kb():
    raise KeyboardInterrupt
t = threading.Thread(target=kb, name='K')
t.start()
t.join()

def hook(args):
    print('hook', args.exc_type, args.exc_value, args.thread.name, args.exc_traceback is not None)
threading.excepthook = hook
t = threading.Thread(target=bad)
t.start()
t.join()

def badhook(args):
    raise RuntimeError('in hook')
threading.excepthook = badhook
t = threading.Thread(target=bad, name='B')
t.start()
t.join()
threading.excepthook = threading.__excepthook__ if hasattr(threading, '__excepthook__') else hook
import _thread
_thread.start_new_thread(bad, ())
time.sleep(0.1)
_thread.start_new_thread(ex, ())
time.sleep(0.1)

class S(threading.Thread):

    def run(self):
        print('run', self.name, self.ident is not None, threading.current_thread() is self)
        1 / 0
s = S(name='sub', daemon=False)
s.start()
s.join()
try:
    s.start()
except RuntimeError as e:
    print(e)
try:
    threading.Thread(target=bad).join()
except RuntimeError as e:
    print(e)
try:
    threading.current_thread().join()
except RuntimeError as e:
    print(e)

class N(threading.Thread):

    def __init__(self):
        pass
try:
    N().start()
except RuntimeError as e:
    print(e)
try:
    s.daemon = True
except RuntimeError as e:
    print(e)
try:
    threading.Thread(group=3)
except AssertionError as e:
    print(e)
print(threading.active_count(), threading.enumerate(), threading.main_thread())
print(s)
print(threading.stack_size())

def deep(n):
    return deep(n + 1)
t = threading.Thread(target=deep, args=(0,), name='deep')

def hook2(args):
    print(args.exc_type.__name__)
threading.excepthook = hook2
t.start()
t.join()
sys.exit('the end')
