import random
random.choice([])  # raises: IndexError: Cannot choose from an empty sequence
