print(slice(1, 10, 2).indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10))
# expect: (1, 5, 2) (3, -1, -1) (7, 10, 1)
