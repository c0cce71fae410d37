[1].pop(3)  # raises: IndexError: pop index out of range
