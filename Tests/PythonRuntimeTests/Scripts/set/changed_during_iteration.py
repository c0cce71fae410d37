s = {1}
for x in s:
    s.add(x + 1)  # raises: RuntimeError: Set changed size during iteration
