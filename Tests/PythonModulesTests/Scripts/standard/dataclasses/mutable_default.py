from dataclasses import dataclass
@dataclass  # raises: ValueError: mutable default <class 'list'> for field items is not allowed: use default_factory
class A:
    items: list = []
