"""What asend, athrow and aclose give, driven by hand in random orders: states, reuse, errors, and what is running."""

import asyncio
import warnings

over = False


class Draws:
    def __init__(self):
        self.state = 1

    def below(self, count):
        self.state = (self.state * 75 + 74) % 65537
        return self.state % count


async def plain(log):
    try:
        log.append(["got", (yield 1)])
        log.append(["got", (yield 2)])
    except BaseException as error:
        log.append(error)
        raise
    finally:
        log.append("finally")


async def resists(log):
    while len(log) < 6:
        try:
            log.append(["got", (yield 1)])
        except BaseException as error:
            log.append(error)
            if over:
                raise


async def awaits(log):
    try:
        await asyncio.sleep(0)
        log.append(["got", (yield 1)])
        await asyncio.sleep(0)
        yield 2
    except BaseException as error:
        log.append(error)
        if not over:
            await asyncio.sleep(0)
            log.append("slept")
        raise
    finally:
        log.append("finally")


makes = {
    "anext": lambda generator: generator.__anext__(),
    "asend": lambda generator: generator.asend(None),
    "asend 7": lambda generator: generator.asend(7),
    "athrow": lambda generator: generator.athrow(ValueError("v")),
    "athrow exit": lambda generator: generator.athrow(GeneratorExit()),
    "athrow stop": lambda generator: generator.athrow(StopAsyncIteration()),
    "aclose": lambda generator: generator.aclose(),
}
steps = {
    "send": lambda awaitable: awaitable.send(None),
    "send 5": lambda awaitable: awaitable.send(5),
    "throw": lambda awaitable: awaitable.throw(KeyError("k")),
    "throw exit": lambda awaitable: awaitable.throw(GeneratorExit()),
    "close": lambda awaitable: awaitable.close(),
}


def outcome(step, awaitable):
    try:
        return repr(step(awaitable))
    except BaseException as error:
        return repr(error) + ("" if error.__cause__ is None else " from " + repr(error.__cause__))


def one(number, draws):
    log = []
    which = (plain, resists, awaits)[draws.below(3)]
    generator = which(log)
    made = []
    seen = []
    for _ in range(2 + draws.below(7)):
        if not made or draws.below(5) < 2:
            name = list(makes)[draws.below(9) % 7]
            made.append(makes[name](generator))
            seen.append(name)
        index = draws.below(len(made)) if draws.below(5) < 2 else len(made) - 1
        name = list(steps)[max(0, draws.below(8) - 3)]
        seen.append(f"{index} {name}: {outcome(steps[name], made[index])} {generator.ag_running}")
    print(f"{number} {which.__name__}: {'; '.join(seen)} {log}")
    return generator, made


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    draws = Draws()
    kept = [one(number, draws) for number in range(150)]
    over = True
