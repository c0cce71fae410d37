round(1, 2, 3)  # raises: TypeError: round() takes at most 2 arguments (3 given)
