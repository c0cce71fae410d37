from typing import Generic, TypeVar
T = TypeVar("T")
K = TypeVar("K", bound=int)
class Stack(Generic[T]):
    def __init__(self):
        self.items = []
class Pair(Generic[T, K]):
    pass
print(T, Stack[int], Stack[int]().items, Pair[str, int], Stack.__parameters__, Stack.__orig_bases__, type(Stack[int]()).__name__)  # expect: ~T __main__.Stack[int] [] __main__.Pair[str, int] (~T,) (typing.Generic[~T],) Stack
try:
    Pair[int]
except TypeError as error:
    print(error)  # expect: Too few arguments for <class '__main__.Pair'>; actual 1, expected 2
class Words(Stack[str]):
    pass
print(Words().items, Words.__mro__[1:3])  # expect: [] (<class '__main__.Stack'>, <class 'typing.Generic'>)
