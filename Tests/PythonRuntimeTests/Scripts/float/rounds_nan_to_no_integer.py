round(float("nan"))  # raises: ValueError: cannot convert float NaN to integer
