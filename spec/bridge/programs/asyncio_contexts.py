"""Context variables, groups of tasks, timeouts, eager tasks, and ends by force."""
import asyncio, sys, contextvars
v = contextvars.ContextVar('v', default=0)

async def child(n):
    v.set(n)
    await asyncio.sleep(0.01)
    print('child', n, v.get())
    return n

async def main():
    v.set(100)
    await asyncio.gather(child(1), child(2))
    print(v.get())
    if sys.version_info >= (3, 11):
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(child(3))

                async def f():
                    raise ValueError('tg')
                tg.create_task(f())
        except BaseException as e:
            print(e.exceptions)
        try:
            async with asyncio.timeout(0.1):
                await asyncio.sleep(1)
        except TimeoutError as e:
            print(repr(e))
        b = asyncio.Barrier(2)
        print(await asyncio.gather(b.wait(), b.wait()))
        with asyncio.Runner(debug=True) as r:
            pass
    if sys.version_info >= (3, 12):
        loop = asyncio.get_running_loop()
        loop.set_task_factory(asyncio.eager_task_factory)

        async def e():
            print('eager')
            return 4
        print(await asyncio.create_task(e()))

        async def e2():
            print('eager2')
            await asyncio.sleep(0)
            return 5
        print(await asyncio.gather(e2(), e2()))
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    raise KeyboardInterrupt
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('ki')

async def m2():
    t = asyncio.ensure_future(asyncio.sleep(10))
    await asyncio.sleep(0)

    async def c():
        try:
            await asyncio.sleep(10)
        finally:
            print('cleanup')
    asyncio.ensure_future(c())
    await asyncio.sleep(0)
    sys.exit(4)
try:
    asyncio.run(m2())
except SystemExit as e:
    print('exit', e.code)
asyncio.run(m2())
