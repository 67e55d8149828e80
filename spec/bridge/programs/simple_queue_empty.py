"""The traceback of a timeout."""
import queue
queue.SimpleQueue().get(timeout=1)
