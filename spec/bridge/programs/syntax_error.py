"""A source with an error."""
print("x"
print(1)
