from dataclasses import dataclass
@dataclass(frozen=True)
class P:
    x: int
p = P(1)
print(hash(p) == hash(P(1)), {p: 1}[P(1)])  # expect: True 1
p.x = 2  # raises: dataclasses.FrozenInstanceError: cannot assign to field 'x'
