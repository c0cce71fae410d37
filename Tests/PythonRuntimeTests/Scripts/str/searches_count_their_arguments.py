"".find()  # raises: TypeError: find() takes at least 1 argument (0 given)
