"""Values that each thread has for itself, and what frees them."""
import threading

class L(threading.local):
    x = 1

    def __init__(self, v=5):
        self.v = v
l = L(7)

def w():
    print(l.x, l.v)
    l.x = 3
    print(l.x)
    try:
        print(l.zz)
    except AttributeError as e:
        print(e)
t = threading.Thread(target=w)
t.start()
t.join()
print(l.x, l.v, l.__dict__)

class D:

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print('freed', self.n, threading.current_thread().name)
q = threading.local()

def u():
    q.d = D(threading.current_thread().name)
t = threading.Thread(target=u, name='U')
t.start()
t.join()
print('joined')
q.d = D('main')
