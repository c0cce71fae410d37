it = iter([1])
print(next(it), next(it, "end"))  # expect: 1 end
next(it)  # raises: StopIteration
