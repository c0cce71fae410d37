from enum import Enum, auto
class Color(Enum):
    RED = 1
    GREEN = auto()
    ROSE = 1
    def describe(self):
        return self.name.lower()
print(Color.RED, repr(Color.GREEN), Color.RED.name, Color.RED.value, Color(2), Color["RED"])  # expect: Color.RED <Color.GREEN: 2> RED 1 Color.GREEN Color.RED
print(list(Color), len(Color), Color.ROSE is Color.RED, Color.RED.describe(), Color)  # expect: [<Color.RED: 1>, <Color.GREEN: 2>] 2 True red <enum 'Color'>
print(Color.RED == Color.GREEN, Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: 1})  # expect: False True True {<Color.RED: 1>: 1}
print(f"{Color.RED}", list(Color.__members__), Color.RED is Color.RED)  # expect: Color.RED ['RED', 'GREEN', 'ROSE'] True
