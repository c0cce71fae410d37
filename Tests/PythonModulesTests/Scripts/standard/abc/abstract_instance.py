from abc import ABC, abstractmethod
class Layer(ABC):
    @abstractmethod
    def call(self, x): ...
    @property
    @abstractmethod
    def units(self): ...
class Dense(Layer):
    def call(self, x):
        return x
try:
    Dense()
except TypeError as error:
    print(error)  # expect: Can't instantiate abstract class Dense with abstract method units
Layer()  # raises: TypeError: Can't instantiate abstract class Layer with abstract methods call, units
