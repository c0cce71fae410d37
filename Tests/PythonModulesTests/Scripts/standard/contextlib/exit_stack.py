from contextlib import ExitStack, contextmanager
log = []
@contextmanager
def item(n):
    yield n
    log.append(n)
with ExitStack() as stack:
    log.append([stack.enter_context(item(n)) for n in range(2)])
    stack.callback(log.append, "callback")
print(log)  # expect: [[0, 1], 'callback', 1, 0]
