d = {1: "a", 1.0: "b", True: "c"}
print(d, d[1.0])  # expect: {1: 'c'} c
