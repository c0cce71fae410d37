x = [1]
y = x
y += "ab"
y *= 2
print(x, x is y)  # expect: [1, 'a', 'b', 1, 'a', 'b'] True
