from dataclasses import dataclass
@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
print(Version(1) < Version(1, 2), sorted([Version(2), Version(1)]), hash(Version(1)) == hash(Version(1)))  # expect: True [Version(major=1, minor=0), Version(major=2, minor=0)] True
print({Version(1): "a"}[Version(1)])  # expect: a
Version(1).major = 3  # raises: dataclasses.FrozenInstanceError: cannot assign to field 'major'
