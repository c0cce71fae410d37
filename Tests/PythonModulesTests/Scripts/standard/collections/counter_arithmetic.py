from collections import Counter
a, b = Counter(a=3, b=1), Counter(a=1, c=2)
print(a + b, a - b, a & b, a | b, +Counter(a=-1, b=2))  # expect: Counter({'a': 4, 'c': 2, 'b': 1}) Counter({'a': 2, 'b': 1}) Counter({'a': 1}) Counter({'a': 3, 'c': 2, 'b': 1}) Counter({'b': 2})
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2))  # expect: True True
