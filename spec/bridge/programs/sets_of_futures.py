"""The sets that asyncio and concurrent.futures return are sets in every respect."""
import asyncio

async def main():
    ts = [asyncio.ensure_future(asyncio.sleep(i / 10, i)) for i in range(4)]
    done, pending = await asyncio.wait(ts, timeout=0.15)
    print(len(done), len(pending), type(done), done == {ts[0], ts[1]})
    pending.update(done)
    print(len(pending), len(list(pending)))
    pending -= done
    print(len(list(pending)))
    pending |= {ts[0]}
    print(len(list(pending)))
    pending.difference_update([ts[0]])
    print(len(list(pending)))
    x = pending | done
    print(len(list(x)), type(x))
    x.pop()
    print(len(x), len(list(x)))
    while x:
        x.pop()
    try:
        x.pop()
    except KeyError as e:
        print(e)
    try:
        x | [1]
    except TypeError as e:
        print(e)
    await asyncio.wait(pending)
asyncio.run(main())
import concurrent.futures as cf
ex = cf.ThreadPoolExecutor(4)
fs = [ex.submit(pow, i, 2) for i in range(3)]
d, n = cf.wait(fs)
print(type(d), len(d), n, sorted((f.result() for f in d)), sorted((f.result() for f in cf.as_completed(fs))),
    sorted((f.result() for f in cf.as_completed((f for f in fs)))))
