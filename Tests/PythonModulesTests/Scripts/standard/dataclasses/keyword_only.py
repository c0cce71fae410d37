from dataclasses import KW_ONLY, dataclass
@dataclass
class A:
    x: int
    _: KW_ONLY
    y: int = 0
print(A(1, y=2))  # expect: A(x=1, y=2)
A(1, 2)  # raises: TypeError: A.__init__() takes 2 positional arguments but 3 were given
