class P:
    @property
    def v(self):
        return self.w
P().v  # raises: AttributeError: 'P' object has no attribute 'w'
