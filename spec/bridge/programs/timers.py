"""Timers: one fires, one is cancelled, one is a daemon that never does."""
import threading, time
t = threading.Timer(0.2, print, args=('fired',), kwargs={'end': '!\n'})
t.start()
c = threading.Timer(0.1, print, args=('no',))
c.start()
c.cancel()
c.join()
print('cancelled')
t.join()
print(t.finished.is_set(), t.is_alive(), t.name)
t2 = threading.Timer(5, print, ['late'])
t2.daemon = True
t2.start()
print(t2)
