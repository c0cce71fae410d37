format(5, ",_")  # raises: ValueError: Cannot specify both ',' and '_'.
