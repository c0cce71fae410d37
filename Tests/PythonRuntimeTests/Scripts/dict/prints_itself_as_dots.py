d = {}
d["self"] = d
print(d)  # expect: {'self': {...}}
