print(slice(5), slice(1, None, 2), slice(1, 2) == slice(1, 2))
# expect: slice(None, 5, None) slice(1, None, 2) True
