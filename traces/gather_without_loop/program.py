"""asyncio.gather and its kin outside of a running loop: which loop they take."""

import asyncio


async def child(name):
    await asyncio.sleep(0)
    return name


def attempt(label, make):
    try:
        made = make()
        print(label, made.get_loop() is loop, made.done())
        return made
    except (RuntimeError, ValueError) as error:
        print(label, repr(error))
        return None


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
attempt("nothing", lambda: asyncio.gather())
made = attempt("coroutines", lambda: asyncio.gather(child("a"), child("b")))
print(loop.run_until_complete(made))
made = attempt("shield", lambda: asyncio.shield(child("c")))
print(loop.run_until_complete(made))
made = attempt("ensure_future", lambda: asyncio.ensure_future(child("d")))
print(loop.run_until_complete(made))

# Futures say themselves where they belong; two loops are one too many.
other = asyncio.new_event_loop()
made = attempt("future", lambda: asyncio.gather(loop.create_future()))
made.cancel()
made = attempt("other's future", lambda: asyncio.gather(other.create_future()))
made.cancel()
attempt("two loops", lambda: asyncio.gather(loop.create_future(), other.create_future()))
attempt("wrong loop", lambda: asyncio.ensure_future(loop.create_future(), loop=other))
attempt("right loop", lambda: asyncio.ensure_future(loop.create_future(), loop=loop))
other.close()

asyncio.set_event_loop(None)
attempt("no loop", lambda: asyncio.gather())
coroutine = child("e")
attempt("no loop, coroutine", lambda: asyncio.gather(coroutine))
attempt("no loop, ensure_future", lambda: asyncio.ensure_future(coroutine))
attempt("no loop, shield", lambda: asyncio.shield(coroutine))
attempt("no loop, future", lambda: asyncio.shield(loop.create_future()))
attempt("closed loop", lambda: asyncio.ensure_future(coroutine, loop=other))
coroutine.close()
loop.close()
