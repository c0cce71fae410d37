dict([1])  # raises: TypeError: cannot convert dictionary update sequence element #0 to a sequence
