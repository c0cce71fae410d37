d = {1: 2}
print(type(iter(d)).__name__, type(iter(d.values())).__name__, type(iter(d.items())).__name__)
# expect: dict_keyiterator dict_valueiterator dict_itemiterator
print(type(reversed(d)).__name__, type(d.keys()).__name__)  # expect: dict_reversekeyiterator dict_keys
