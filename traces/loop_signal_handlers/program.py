"""loop.add_signal_handler: a signal comes through the self-pipe and runs its callback as one more handle."""

import asyncio
import signal


def refuse(function, *args):
    try:
        function(*args)
    except (RuntimeError, TypeError, ValueError) as error:
        print(repr(error))


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()

    def hangup(*args):
        print("callback", args, asyncio.current_task())
        if args == (2,):
            done.set()

    loop.add_signal_handler(signal.SIGUSR1, hangup, 1)
    signal.raise_signal(signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)
    print("raised")
    await asyncio.sleep(0)
    print("one iteration later")
    await asyncio.sleep(0)
    print("two iterations later")
    loop.add_signal_handler(signal.SIGUSR1, hangup, 2)
    loop.call_later(0.01, signal.raise_signal, signal.SIGUSR1)
    await done.wait()

    # SIGINT is taken from whoever had it.
    loop.add_signal_handler(signal.SIGINT, hangup, "SIGINT")
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(0.01)
    print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT))
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    print(loop.remove_signal_handler(signal.SIGUSR1), signal.getsignal(signal.SIGUSR1) is signal.SIG_DFL)

    refuse(loop.add_signal_handler, "x", hangup)
    refuse(loop.add_signal_handler, 99, hangup)
    refuse(loop.remove_signal_handler, 99)
    loop.add_signal_handler(signal.SIGTERM, hangup)


if __name__ == "__main__":
    asyncio.run(main())
    print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
    loop = asyncio.new_event_loop()
    loop.close()
    refuse(loop.add_signal_handler, signal.SIGTERM, print)
