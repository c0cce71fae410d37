class A:
    def f(self):
        return super().f()
A().f()  # raises: AttributeError: 'super' object has no attribute 'f'
