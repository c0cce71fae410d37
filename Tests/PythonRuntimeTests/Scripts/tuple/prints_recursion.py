items = []
t = (items,)
items.append(t)
print(t)  # expect: ([(...)],)
