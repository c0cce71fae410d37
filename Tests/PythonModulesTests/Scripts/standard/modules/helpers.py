"""What `imported_from_beside` imports."""
factor = 3
_hidden = 1


def scaled(x):
    return x * factor
