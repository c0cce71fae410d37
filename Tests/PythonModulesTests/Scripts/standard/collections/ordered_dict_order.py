from collections import OrderedDict
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(last=False), o)  # expect: OrderedDict([('a', 1)]) ('b', 2) OrderedDict([('a', 1)])
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == dict(a=1))  # expect: False True
