from typing import TypedDict
class Options(TypedDict, total=False):
    name: str
    units: int
class More(Options):
    seed: int
print(Options(name="a"), type(Options(name="a")), Options.__total__, More.__annotations__, More.__required_keys__)  # expect: {'name': 'a'} <class 'dict'> False {'name': <class 'str'>, 'units': <class 'int'>, 'seed': <class 'int'>} frozenset({'seed'})
