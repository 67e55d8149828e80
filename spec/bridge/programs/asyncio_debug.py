"""The debug mode of asyncio: slow callbacks, stacks, calls from a wrong thread."""
import asyncio, time, logging
logging.basicConfig(level=logging.DEBUG, format='%(name)s %(levelname)s %(message).60s')

async def slow():
    time.sleep(0.3)

async def main():
    await slow()

    async def fail():
        raise ValueError('x')
    t = asyncio.ensure_future(fail())
    await asyncio.sleep(0.1)
    t = None
    loop = asyncio.get_running_loop()
    import threading

    def other():
        try:
            loop.call_soon(print)
        except RuntimeError as e:
            print(e)
    th = threading.Thread(target=other)
    th.start()
    th.join()

    async def noawait():
        pass
    noawait()
asyncio.run(main(), debug=True)
