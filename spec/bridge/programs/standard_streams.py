"""What can be done to the standard streams."""
import sys, os, time
print('a', end='')
sys.stdout.flush()
sys.stdout.write('b\n')
sys.stdout.buffer.write(b'\xff\xfe\n')
sys.stdout.buffer.flush()
sys.stdout.flush()
print('c')
sys.stdout.flush()
os.write(1, b'raw\n')
os.write(2, b'rawerr\n')
try:
    input('prompt> ')
except EOFError as e:
    print(repr(e))
print(sys.stdin.read() == '', sys.stdin.isatty(), sys.stdin.fileno())
sys.stdout.reconfigure(line_buffering=True)
print(sys.stdout.encoding, sys.stdout.errors, sys.stdout.name, sys.stdout.mode, sys.stdout.newlines)
print(sys.stderr.encoding, sys.stderr.errors, sys.stderr.name)
try:
    print('\udc80')
except UnicodeEncodeError as e:
    print(e)
print('\udc80', file=sys.stderr)
sys.stdout.reconfigure(errors='replace')
print('\udc80')
sys.stdout.reconfigure(encoding='latin-1')
print('é')
sys.stdout.reconfigure(encoding='utf-8', errors='strict')
try:
    sys.stdout.write(3)
except TypeError as e:
    print(e)
try:
    sys.stdout.read()
except Exception as e:
    print(type(e).__name__, e)
sys.stdout.writelines(['x', 'y\n'])
print(sys.stdout.writable(), sys.stdout.readable(), sys.stdout.seekable(), sys.stdout.closed, sys.stdout.fileno())
import io, contextlib
print(isinstance(sys.stdout, io.TextIOWrapper), isinstance(sys.stdout, io.TextIOBase), type(sys.stdout))
b = io.StringIO()
with contextlib.redirect_stdout(b):
    print('captured')
print(b.getvalue())
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='ascii', errors='backslashreplace', line_buffering=True)
print('é')
sys.stdout = sys.__stdout__
print('tail', end='')
