d = {1: 2, 3: 4}
print(d.popitem(), d)  # expect: (3, 4) {1: 2}
{}.popitem()  # raises: KeyError: 'popitem(): dictionary is empty'
