from collections.abc import Callable, Hashable, Iterable, Mapping, MutableSequence, Sequence
print(isinstance([], Sequence), isinstance({}, Mapping), isinstance(3, Iterable))  # expect: True True False
print(isinstance("a", Iterable), isinstance(len, Callable), issubclass(list, MutableSequence))  # expect: True True True
print(isinstance([], Hashable), isinstance(1, Hashable))  # expect: False True
