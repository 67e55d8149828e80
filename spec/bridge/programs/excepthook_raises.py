"""A hook for exceptions that raises one itself."""
import sys

def h(*a):
    raise KeyError
sys.excepthook = h
1 / 0
