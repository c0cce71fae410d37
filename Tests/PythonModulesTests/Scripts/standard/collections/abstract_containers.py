import collections.abc
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance("", Iterable), isinstance([], Hashable), isinstance(len, Callable), isinstance(iter([]), Iterator), isinstance({1}, Set), issubclass(dict, MutableMapping))  # expect: True True True False True True True True
class Words(Sequence):
    def __init__(self, text):
        self.words = text.split()
    def __getitem__(self, index):
        return self.words[index]
    def __len__(self):
        return len(self.words)
w = Words("a b a")
print(list(w), "b" in w, w.index("b"), w.count("a"), list(reversed(w)))  # expect: ['a', 'b', 'a'] True 1 2 ['a', 'b', 'a']
class Store(MutableMapping):
    def __init__(self):
        self.data = {}
    def __getitem__(self, key):
        return self.data[key]
    def __setitem__(self, key, value):
        self.data[key] = value
    def __delitem__(self, key):
        del self.data[key]
    def __iter__(self):
        return iter(self.data)
    def __len__(self):
        return len(self.data)
s = Store()
s.update(a=1, b=2)
print(dict(s), s.pop("a"), s.setdefault("c", 3), list(s.items()), s == {"b": 2, "c": 3}, s.popitem(), s.get("x", 0))  # expect: {'a': 1, 'b': 2} 1 3 [('b', 2), ('c', 3)] True ('b', 2) 0
collections.abc.Sequence()  # raises: TypeError: Can't instantiate abstract class Sequence with abstract methods __getitem__, __len__
