import time
time.sleep(-1)  # raises: ValueError: sleep length must be non-negative
