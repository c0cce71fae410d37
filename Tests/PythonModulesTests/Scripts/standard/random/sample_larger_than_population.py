import random
random.sample([1], 2)  # raises: ValueError: Sample larger than population or is negative
