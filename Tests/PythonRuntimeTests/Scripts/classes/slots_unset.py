class S:
    __slots__ = ("a",)
S().a  # raises: AttributeError: 'S' object has no attribute 'a'
