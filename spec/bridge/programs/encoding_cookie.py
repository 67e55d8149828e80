# -*- coding: latin-1 -*-
"""A source in another encoding."""
print("éè")
