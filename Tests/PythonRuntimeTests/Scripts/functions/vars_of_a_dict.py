vars({})  # raises: TypeError: vars() argument must have __dict__ attribute
