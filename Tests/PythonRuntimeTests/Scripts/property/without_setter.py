class P:
    @property
    def ro(self):
        return 1
P().ro = 2  # raises: AttributeError: property 'ro' of 'P' object has no setter
