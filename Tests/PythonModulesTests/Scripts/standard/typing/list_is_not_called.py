from typing import List
List[int]()  # raises: TypeError: Type List cannot be instantiated; use list() instead
