class A:
    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)
a = A()
a.x = 3
print(a.x)  # expect: 6
