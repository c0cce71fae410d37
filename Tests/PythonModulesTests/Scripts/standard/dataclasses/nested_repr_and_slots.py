from dataclasses import asdict, dataclass
@dataclass
class In:
    a: int
@dataclass(slots=True)
class Out:
    i: In
    l: list
print(Out(In(1), [In(2)]), asdict(Out(In(1), [In(2)])))  # expect: Out(i=In(a=1), l=[In(a=2)]) {'i': {'a': 1}, 'l': [{'a': 2}]}
