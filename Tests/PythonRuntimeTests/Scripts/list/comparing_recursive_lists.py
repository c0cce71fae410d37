a, b = [1], [1]
a.append(a)
b.append(b)
a == b  # raises: RecursionError: maximum recursion depth exceeded in comparison
