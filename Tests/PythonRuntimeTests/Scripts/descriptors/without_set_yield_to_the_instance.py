class D:
    def __get__(self, instance, owner):
        return "descriptor"
class E:
    d = D()
e = E()
print(e.d)  # expect: descriptor
e.d = 1
print(e.d)  # expect: 1
