print(max(1, 2), max([1, -5], key=abs), min("hello"), max([], default=0), min([[1, 2], [0]]), max(True, 1))
# expect: 2 -5 e 0 [0] True
max([])  # raises: ValueError: max() arg is an empty sequence
