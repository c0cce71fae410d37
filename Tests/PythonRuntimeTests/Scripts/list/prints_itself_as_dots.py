x = [1]
x.append(x)
print(x, [x])  # expect: [1, [...]] [[1, [...]]]
