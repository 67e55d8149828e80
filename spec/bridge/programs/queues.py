"""All kinds of queues, with timeouts, and shutting one down."""
import queue, threading, time
q = queue.Queue(2)

def p():
    for i in range(5):
        q.put(i)
        print('put', i)
    q.put(None)
t = threading.Thread(target=p)
t.start()
while True:
    time.sleep(0.1)
    x = q.get()
    q.task_done()
    if x is None:
        break
q.join()
t.join()
print(q.qsize(), q.empty(), q.full())
try:
    q.get(timeout=0.5)
except queue.Empty as e:
    print(repr(e))
try:
    q.get_nowait()
except queue.Empty as e:
    print(repr(e))
q.put(1)
q.put(2)
try:
    q.put(3, timeout=0.5)
except queue.Full as e:
    print(repr(e))
try:
    q.put_nowait(3)
except queue.Full as e:
    print(repr(e))
for f in (lambda: q.get(timeout=-1), lambda: q.put(1, timeout=-1), lambda: queue.Queue().task_done(),
    lambda: queue.Queue('x'), lambda: queue.Queue().get(timeout='x')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
l = queue.LifoQueue()
[l.put(i) for i in range(3)]
print([l.get() for i in range(3)])
l = queue.PriorityQueue()
[l.put(i) for i in (3, 1, 2)]
print([l.get() for i in range(3)])
s = queue.SimpleQueue()
s.put(1)
s.put(item=2, block=False, timeout=3)
print(s.qsize(), s.empty(), s.get(), s.get(block=True, timeout=1))
for f in (lambda: s.get(timeout=-1), lambda: s.get(False), lambda: s.get_nowait(), lambda: s.get(timeout=0.1),
    lambda: s.get(timeout='x'), lambda: s.get(True, 1e+30), lambda: s.get(timeout=0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(type(s), queue.SimpleQueue, queue.SimpleQueue.__module__)

def late():
    time.sleep(1)
    s.put('late')
threading.Thread(target=late).start()
print(s.get())
print(type(queue.Empty()), queue.Empty)
if hasattr(queue, 'ShutDown'):
    q = queue.Queue()

    def g():
        try:
            print(q.get())
        except queue.ShutDown as e:
            print('shut', repr(e))
    ts = [threading.Thread(target=g)]
    for t in ts:
        t.start()
    time.sleep(0.1)
    q.shutdown()
    for t in ts:
        t.join()
    try:
        q.put(1)
    except queue.ShutDown as e:
        print('shut', repr(e))
    q = queue.Queue()
    q.put(1)
    q.put(2)
    q.shutdown(immediate=True)
    print(q.qsize())
    q.join()

class Sub(queue.SimpleQueue):

    def put2(self, x):
        self.put(x)
z = Sub()
z.put2(3)
print(z.get(), type(z))
import _queue
print(_queue.SimpleQueue is queue.SimpleQueue, _queue.Empty is queue.Empty)
