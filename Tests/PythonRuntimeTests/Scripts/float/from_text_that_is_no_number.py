float("1.5x")  # raises: ValueError: could not convert string to float: '1.5x'
