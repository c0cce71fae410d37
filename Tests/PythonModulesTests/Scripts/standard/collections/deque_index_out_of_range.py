from collections import deque
deque([1])[5]  # raises: IndexError: deque index out of range
