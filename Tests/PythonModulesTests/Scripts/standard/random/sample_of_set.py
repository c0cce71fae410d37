import random
random.sample({1, 2}, 1)  # raises: TypeError: Population must be a sequence.  For dicts or sets, use sorted(d).
