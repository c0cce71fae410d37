class D:
    def __set_name__(self, owner, name):
        self.name = name
    def __get__(self, instance, owner):
        return ("get", self.name, instance is None)
    def __set__(self, instance, value):
        instance.__dict__["d"] = value
    def __delete__(self, instance):
        print("del")
class E:
    d = D()
e = E()
e.d = 5
print(e.d, E.d, e.__dict__)  # expect: ('get', 'd', False) ('get', 'd', True) {'d': 5}
del e.d  # expect: del
