class P:
    @property
    def ro(self):
        return 1
del P().ro  # raises: AttributeError: property 'ro' of 'P' object has no deleter
