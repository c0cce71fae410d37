x = [1]
for v in x:
    if len(x) < 4:
        x.append(v + 1)
print(x)  # expect: [1, 2, 3, 4]
