print((1j).__lt__(2), None.__gt__(0), {}.__le__({}))  # expect: NotImplemented NotImplemented NotImplemented
print(object().__ge__(1))  # expect: NotImplemented
