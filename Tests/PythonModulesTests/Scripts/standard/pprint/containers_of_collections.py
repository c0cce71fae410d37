from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
from pprint import pprint
pprint(Counter("abracadabra" * 3), width=20)  # expect: Counter({'a': 15,
# expect:          'b': 6,
# expect:          'r': 6,
# expect:          'c': 3,
# expect:          'd': 3})
pprint(OrderedDict(first=[1] * 5, second=[2] * 5), width=30)  # expect: OrderedDict([('first',
# expect:               [1,
# expect:                1,
# expect:                1,
# expect:                1,
# expect:                1]),
# expect:              ('second',
# expect:               [2,
# expect:                2,
# expect:                2,
# expect:                2,
# expect:                2])])
pprint(defaultdict(list, a=[1] * 10, b=[2]), width=30)  # expect: defaultdict(<class 'list'>,
# expect:             {'a': [1,
# expect:                    1,
# expect:                    1,
# expect:                    1,
# expect:                    1,
# expect:                    1,
# expect:                    1,
# expect:                    1,
# expect:                    1,
# expect:                    1],
# expect:              'b': [2]})
pprint(deque(range(5)), width=10)  # expect: deque([0,
# expect:        1,
# expect:        2,
# expect:        3,
# expect:        4])
@dataclass
class Cell:
    units: int
    name: str
    history: list
pprint(Cell(4, "rnn", list(range(12))), width=30)  # expect: Cell(units=4,
# expect:      name='rnn',
# expect:      history=[0,
# expect:               1,
# expect:               2,
# expect:               3,
# expect:               4,
# expect:               5,
# expect:               6,
# expect:               7,
# expect:               8,
# expect:               9,
# expect:               10,
# expect:               11])
pprint(Cell(4, "rnn", []))  # expect: Cell(units=4, name='rnn', history=[])
