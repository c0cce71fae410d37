from abc import ABC, abstractmethod
from enum import property


class Shape(ABC):
    @property
    @abstractmethod
    def side(self):
        ...


print(Shape.__abstractmethods__)  # expect: frozenset({'side'})
Shape()  # raises: TypeError: Can't instantiate abstract class Shape with abstract method side
