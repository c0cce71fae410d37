x = list(range(10))
del x[1::3]
print(x)  # expect: [0, 2, 3, 5, 6, 8, 9]
del x[-1:0:-2]
print(x)  # expect: [0, 2, 5, 8]
