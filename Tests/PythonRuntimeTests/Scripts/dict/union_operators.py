a, b = {"x": 1, "y": 2}, {"y": 3}
print(a | b, b | a)  # expect: {'x': 1, 'y': 3} {'y': 2, 'x': 1}
a |= [("z", 4)]
print(a)  # expect: {'x': 1, 'y': 2, 'z': 4}
