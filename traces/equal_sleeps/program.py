"""Equal delays that are asked for one after the other end in that order."""

import asyncio


async def sleeper(number, order):
    await asyncio.sleep(0.02)
    order.append(number)


async def main():
    order = []
    tasks = [asyncio.create_task(sleeper(number, order)) for number in range(12)]
    for task in tasks:
        await task
    print(order)


if __name__ == "__main__":
    asyncio.run(main())
