class A:
    x = 1
    def m(self):
        pass
print([n for n in dir(A()) if not n.startswith("_")], "append" in dir([]), "__add__" in dir(5))
# expect: ['m', 'x'] True True
