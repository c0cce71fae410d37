from collections import OrderedDict, defaultdict, deque
q = deque()
q.append(q)
print(q)  # expect: deque([[...]])
o = OrderedDict()
o[1] = o
print(o)  # expect: OrderedDict([(1, ...)])
z = defaultdict(list)
z[1] = z
print(z)  # expect: defaultdict(<class 'list'>, {1: defaultdict(<class 'list'>, {...})})
