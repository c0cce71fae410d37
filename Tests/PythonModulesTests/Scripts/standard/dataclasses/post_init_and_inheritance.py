from dataclasses import InitVar, dataclass, field
from typing import ClassVar
@dataclass
class Base:
    name: str
    count: ClassVar[int] = 0
@dataclass
class Child(Base):
    size: int = 1
    scale: InitVar[int] = 2
    area: int = field(init=False, repr=False)
    def __post_init__(self, scale):
        self.area = self.size * scale
print(Child("a", 3), Child("a", 3).area, Child("a", 3, 5).area)  # expect: Child(name='a', size=3) 6 15
