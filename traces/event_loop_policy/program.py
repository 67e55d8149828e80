"""Event loop policies: whose loop a thread has, one's own policy, and that 3.14 warns of them."""

import asyncio


def attempt(function, *args):
    try:
        function(*args)
        print("done")
    except (AssertionError, NotImplementedError, RuntimeError, TypeError) as error:
        print(repr(error))


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        made.append("new")
        return super().new_event_loop()

    def set_event_loop(self, loop):
        made.append("set" if loop is not None else "unset")
        super().set_event_loop(loop)


async def main():
    print("same:", asyncio.get_event_loop() is asyncio.get_running_loop())


# Each deprecated name is looked up in one place, where it warns once.
def get_policy():
    return asyncio.get_event_loop_policy()


def set_policy(policy):
    asyncio.set_event_loop_policy(policy)


if __name__ == "__main__":
    made = []
    own = Policy()
    asyncio.run(main())
    policy = get_policy()
    print(policy is get_policy(), policy is own)
    attempt(policy.get_event_loop)
    loop = policy.new_event_loop()
    asyncio.set_event_loop(loop)
    print(policy.get_event_loop() is loop, asyncio.get_event_loop() is loop)
    loop.close()
    attempt(policy.set_event_loop, 3)
    attempt(set_policy, 3)
    abstract = asyncio.AbstractEventLoopPolicy()
    attempt(abstract.get_event_loop)
    attempt(abstract.set_event_loop, None)
    attempt(abstract.new_event_loop)
    set_policy(own)
    asyncio.run(main())
    print(made, get_policy() is own)
    set_policy(None)
    print(get_policy() is policy, get_policy() is own)
