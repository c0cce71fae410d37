from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self):
        pass
class Square(Shape):
    def area(self):
        return 4
print(Square().area(), isinstance(Square(), Shape))  # expect: 4 True
Shape()  # raises: TypeError: Can't instantiate abstract class Shape with abstract method area
