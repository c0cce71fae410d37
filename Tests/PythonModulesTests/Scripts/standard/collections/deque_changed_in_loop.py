from collections import deque
q = deque([1, 2])
for item in q:  # raises: RuntimeError: deque mutated during iteration
    q.append(item)
