"""Signals that the program sends itself, some through an event loop."""
import signal, os, sys, asyncio, threading

def h(n, f):
    print('got', signal.Signals(n).name, n)
signal.signal(signal.SIGUSR1, h)
signal.raise_signal(signal.SIGUSR1)
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.getsignal(signal.SIGUSR1) is h, signal.getsignal(signal.SIGINT) is signal.default_int_handler)

async def main():
    loop = asyncio.get_running_loop()
    ev = asyncio.Event()
    loop.add_signal_handler(signal.SIGUSR1, ev.set)
    loop.call_later(0.1, signal.raise_signal, signal.SIGUSR1)
    await asyncio.wait_for(ev.wait(), 5)
    print('signal in loop')
    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
asyncio.run(main())

async def m2():
    asyncio.get_running_loop().call_later(0.1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled')
        raise
try:
    asyncio.run(m2())
except KeyboardInterrupt:
    print('ki')
try:
    signal.raise_signal(999)
except Exception as e:
    print(e)

def t():
    try:
        signal.signal(signal.SIGINT, h)
    except Exception as e:
        print(e)
th = threading.Thread(target=t)
th.start()
th.join()
signal.signal(signal.SIGTERM, lambda *a: sys.exit(9))
os.kill(os.getpid(), signal.SIGTERM)
