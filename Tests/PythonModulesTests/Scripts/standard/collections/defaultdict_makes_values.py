from collections import defaultdict
d = defaultdict(list)
d["a"].append(1)
print(d, d["b"], len(d), d.copy(), defaultdict(lambda: 5, a=1)["q"])  # expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) [] 2 defaultdict(<class 'list'>, {'a': [1], 'b': []}) 5
