"""The collector of unused objects: nbrun frees them by itself."""


def collect(generation=2):
    """Nothing is left to collect."""
    return 0


def enable():
    pass


disable = enable


def isenabled():
    return True


def get_count():
    return (0, 0, 0)


def get_objects(generation=None):
    return []
