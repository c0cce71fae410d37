from abc import ABC
class Number(ABC):
    pass
Number.register(int)
print(isinstance(3, Number), issubclass(str, Number))  # expect: True False
