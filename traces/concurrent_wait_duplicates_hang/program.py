"""wait for a future that is given twice: up to 3.8, one that is done already keeps it waiting for ever."""
# recorder: hangs

import concurrent.futures

if __name__ == "__main__":
    future = concurrent.futures.Future()
    print(len(concurrent.futures.wait([future, future], timeout=0.01).not_done))
    future.set_result(1)
    print(len(concurrent.futures.wait([future, future], timeout=0.01).done))
    try:
        print(len(concurrent.futures.wait(iter([future])).done))
    except TypeError:
        print("TypeError")
    try:
        concurrent.futures.wait([future, concurrent.futures.Future()], return_when="SOMETIMES")
    except ValueError as error:
        print(error)
    try:
        concurrent.futures.wait([future, 1])
    except AttributeError as error:
        print(error)
    print(len(concurrent.futures.wait([future, future]).done))
