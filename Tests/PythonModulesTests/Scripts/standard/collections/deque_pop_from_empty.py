from collections import deque
deque().pop()  # raises: IndexError: pop from an empty deque
