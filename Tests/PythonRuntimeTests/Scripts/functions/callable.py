class C:
    def __call__(self):
        pass
print(callable(len), callable(C), callable(C()), callable(5))  # expect: True True True False
