from typing import Protocol, runtime_checkable
@runtime_checkable
class Drawable(Protocol):
    def draw(self): ...
class Circle:
    def draw(self): ...
print(isinstance(Circle(), Drawable), isinstance(1, Drawable), issubclass(Circle, Drawable))  # expect: True False True
class Area(Protocol):
    def area(self): ...
try:
    Area()
except TypeError as error:
    print(error)  # expect: Protocols cannot be instantiated
isinstance(1, Area)  # raises: TypeError: Instance and class checks can only be used with @runtime_checkable protocols
