d = {1: 1, 2: 2}
for k in d:
    d.pop(k)
    d[k + 10] = 1  # raises: RuntimeError: dictionary keys changed during iteration
