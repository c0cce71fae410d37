class C:
    x = 1
m = vars(C)
print(type(m).__name__, m["x"], "x" in m)  # expect: mappingproxy 1 True
m["y"] = 2  # raises: TypeError: 'mappingproxy' object does not support item assignment
