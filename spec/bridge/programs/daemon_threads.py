"""A daemon runs until the interpreter ends."""
import threading, time, atexit
atexit.register(print, 'atexit')

def loop():
    n = 0
    while True:
        time.sleep(0.1)
        n += 1
        if n < 4:
            print('daemon', n)
t = threading.Thread(target=loop, daemon=True)
t.start()

def last():
    time.sleep(0.25)
    print('nondaemon')
threading.Thread(target=last).start()
print('main ends')
