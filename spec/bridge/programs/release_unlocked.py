"""The traceback of an error that C finds."""
import threading
threading.Lock().release()
