"""Thread takes a context from 3.14 on."""

import contextvars
import threading

if __name__ == "__main__":
    try:
        thread = threading.Thread(target=print, name="worker", context=contextvars.copy_context())
        print(thread)
    except TypeError as error:
        print(error)
