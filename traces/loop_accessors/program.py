"""The functions that find a loop or a task, where there is none, and in a coroutine."""

import asyncio
import threading


def attempt(label, action):
    try:
        found = action()
        print(label, "none" if found is None else "found")
    except RuntimeError as error:
        print(label, "RuntimeError:", error)


def in_thread():
    attempt("thread get_running_loop:", asyncio.get_running_loop)
    attempt("thread get_event_loop:", asyncio.get_event_loop)
    attempt("thread current_task:", asyncio.current_task)
    attempt("thread all_tasks:", asyncio.all_tasks)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    attempt("thread get_event_loop after set_event_loop:", asyncio.get_event_loop)
    attempt("thread current_task of a loop:", lambda: asyncio.current_task(loop))
    print("thread all_tasks of a loop:", asyncio.all_tasks(loop))
    asyncio.set_event_loop(None)
    attempt("thread get_event_loop after set_event_loop(None):", asyncio.get_event_loop)
    loop.close()


async def main():
    loop = asyncio.get_running_loop()
    print("coroutine:", asyncio.get_event_loop() is loop, asyncio.current_task() in asyncio.all_tasks())
    attempt("callback current_task in a coroutine:", asyncio.current_task)
    loop.call_soon(attempt, "callback current_task:", asyncio.current_task)
    loop.call_soon(attempt, "callback get_running_loop:", asyncio.get_running_loop)
    await asyncio.sleep(0)


if __name__ == "__main__":
    attempt("main get_running_loop:", asyncio.get_running_loop)
    attempt("main current_task:", asyncio.current_task)
    attempt("main all_tasks:", asyncio.all_tasks)
    thread = threading.Thread(target=in_thread, name="Other")
    thread.start()
    thread.join()
    asyncio.run(main())
    attempt("after asyncio.run get_event_loop:", asyncio.get_event_loop)
