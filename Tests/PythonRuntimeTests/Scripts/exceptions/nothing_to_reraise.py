raise  # raises: RuntimeError: No active exception to reraise
