import inspect
def f(a, b=2, /, c: int = 3, *args, d, e="x", **kw) -> str:
    """Help.

    More.
    """
print(inspect.signature(f), inspect.signature(f).parameters["c"].default, inspect.signature(f).parameters["d"].kind, inspect.getdoc(f).split())  # expect: (a, b=2, /, c: int = 3, *args, d, e='x', **kw) -> str 3 KEYWORD_ONLY ['Help.', 'More.']
class Cell:
    def __init__(self, units, bias=True): ...
    def call(self, x): ...
print(inspect.signature(Cell), inspect.signature(Cell(1).call), [name for name, _ in inspect.getmembers(Cell, inspect.isfunction)], inspect.isclass(Cell), inspect.signature(f).bind(1, 2, d=4).arguments)  # expect: (units, bias=True) (x) ['__init__', 'call'] True {'a': 1, 'b': 2, 'd': 4}
inspect.signature(3)  # raises: TypeError: 3 is not a callable object
