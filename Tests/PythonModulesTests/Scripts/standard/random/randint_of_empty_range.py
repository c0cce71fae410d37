import random
random.randint(5, 1)  # raises: ValueError: empty range for randrange() (5, 2, -3)
