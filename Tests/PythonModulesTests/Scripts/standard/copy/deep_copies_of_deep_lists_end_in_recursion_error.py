import copy
items = []
for _ in range(1_000_000):
    items = [items]
copy.deepcopy(items)  # raises: RecursionError: maximum recursion depth exceeded
