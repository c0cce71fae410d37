sum(["a"], "")  # raises: TypeError: sum() can't sum strings [use ''.join(seq) instead]
