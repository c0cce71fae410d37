from typing import List
isinstance([1], List[int])  # raises: TypeError: Subscripted generics cannot be used with class and instance checks
