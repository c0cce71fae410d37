s = {1}
s.discard(9)
s.remove(9)  # raises: KeyError: 9
