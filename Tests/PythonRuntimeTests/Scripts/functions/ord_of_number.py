ord(1)  # raises: TypeError: ord() expected string of length 1, but int found
