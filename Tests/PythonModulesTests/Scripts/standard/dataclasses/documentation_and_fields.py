from dataclasses import dataclass, field, fields, make_dataclass
from typing import List
@dataclass
class P:
    x: int
    y: float = 0.5
    z: List[int] = field(default_factory=list)
print(P.__doc__, P.__dataclass_params__)  # expect: P(x: int, y: float = 0.5, z: List[int] = <factory>) _DataclassParams(init=True,repr=True,eq=True,order=False,unsafe_hash=False,frozen=False)
print([f.name for f in fields(P)], fields(P)[1].default, fields(P)[0].type)  # expect: ['x', 'y', 'z'] 0.5 <class 'int'>
C = make_dataclass("C", [("x", int), ("y", int, field(default=5))], namespace={"s": lambda self: self.x + self.y})
print(C(1), C(1).s())  # expect: C(x=1, y=5) 6
P(1, w=2)  # raises: TypeError: P.__init__() got an unexpected keyword argument 'w'
