from enum import Enum
class Planet(Enum):
    EARTH = (5.9e24, 6.3e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def density(self):
        return self.mass / self.radius
class Coded(Enum):
    def __new__(cls, code, label):
        made = object.__new__(cls)
        made._value_ = code
        made.label = label
        return made
    A = (1, "one")
print(repr(Planet.EARTH), Planet.EARTH.density, Planet.EARTH.EARTH, Coded(1), Coded.A.label)  # expect: <Planet.EARTH: (5.9e+24, 6300000.0)> 9.365079365079365e+17 Planet.EARTH Coded.A one
