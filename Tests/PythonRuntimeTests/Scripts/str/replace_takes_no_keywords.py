"a".replace("a", "b", count=1)  # raises: TypeError: str.replace() takes no keyword arguments
