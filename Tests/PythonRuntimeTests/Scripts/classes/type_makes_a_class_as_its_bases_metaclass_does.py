class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        print("new", name, sorted(keywords))
        return super().__new__(meta, name, bases, namespace)
class Base(metaclass=Meta, flag=1):  # expect: new Base ['flag']
    def __init_subclass__(cls, **keywords): pass
    pass
made = type("Made", (Base,), {"x": 1})  # expect: new Made []
print(type(made).__name__, made.x)  # expect: Meta 1
