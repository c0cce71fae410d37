assert 1 == 2, "message"  # raises: AssertionError: message
