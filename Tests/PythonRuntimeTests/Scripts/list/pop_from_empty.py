[].pop()  # raises: IndexError: pop from empty list
