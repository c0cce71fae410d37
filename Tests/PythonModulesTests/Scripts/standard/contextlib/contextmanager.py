from contextlib import contextmanager
log = []
@contextmanager
def tag(name):
    log.append("open " + name)
    try:
        yield name.upper()
    finally:
        log.append("close " + name)
with tag("b") as t:
    log.append(t)
try:
    with tag("x"):
        raise ValueError("inside")
except ValueError as error:
    log.append(error)
print(log)  # expect: ['open b', 'B', 'close b', 'open x', 'close x', ValueError('inside')]
