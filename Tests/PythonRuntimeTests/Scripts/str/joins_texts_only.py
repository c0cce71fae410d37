",".join(["a", 1])  # raises: TypeError: sequence item 1: expected str instance, int found
