x = y = [1, 2]
x.clear()
print(y)  # expect: []
