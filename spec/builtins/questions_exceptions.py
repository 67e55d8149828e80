"""What are str and repr of an exception?

Questions: class name and arguments. Answers: what the class derives from, both texts, the arguments kept, the class
that the constructor chose, and the value, code or errno.
"""

from questions import decode, encode

CLASSES = """
    BaseException Exception SystemExit KeyboardInterrupt GeneratorExit StopIteration StopAsyncIteration
    ArithmeticError FloatingPointError OverflowError ZeroDivisionError AssertionError AttributeError BufferError
    EOFError ImportError ModuleNotFoundError LookupError IndexError KeyError MemoryError NameError UnboundLocalError
    ReferenceError RuntimeError NotImplementedError RecursionError PythonFinalizationError SystemError TypeError
    ValueError UnicodeError OSError BlockingIOError ChildProcessError ConnectionError BrokenPipeError
    ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError
    InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError Warning
    BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning
    ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning
""".split()
ARGUMENTS = [
    (), ("x",), ("",), ("it's",), (1,), (None,), (1, 2), ("a", None, [1]), ((1,),), ([],), ((),), ("line\nline",),
    (2, "no file"), (2, "no file", "name"), (2, "no file", None), (None, "x"), ("2", "x"), (0, "zero"),
    (2, "a", "b", None, "c"), (1, 2, 3, 4, 5, 6),
]
THOROUGHLY = ("ValueError", "KeyError", "OSError", "TimeoutError", "SystemExit", "StopIteration")
QUESTIONS = [
    [name, encode(arguments)] for name in CLASSES for arguments in (ARGUMENTS if name in THOROUGHLY else ARGUMENTS[:2])
] + [["OSError", encode((number, "text"))] for number in range(140)]


def answers():
    import builtins

    result = []
    for name, arguments in QUESTIONS:
        cls = getattr(builtins, name, None)
        if cls is None:
            result.append(None)
            continue
        e = cls(*decode(arguments))
        bases = [base.__name__ for base in cls.__mro__[1:-1]]
        extra = encode(getattr(e, "value", getattr(e, "code", getattr(e, "errno", None))))
        result.append([bases, str(e), repr(e), repr(e.args), type(e).__name__, extra])
    return result
