class Registry(type):
    known = []

    def __new__(meta, name, bases, namespace, **options):
        print("new", name, options)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        Registry.known.append(name)


class Base(metaclass=Registry, tag=1):
    pass


class Derived(Base):
    pass


print(Registry.known)
for arguments in [(), ("a",), ("a", (), {}, 1)]:
    try:
        type.__init__(Base, *arguments)
        print("fine")
    except TypeError as error:
        print(error)
# expect: new Base {'tag': 1}
# expect: new Derived {}
# expect: ['Base', 'Derived']
# expect: type.__init__() takes 1 or 3 arguments
# expect: fine
# expect: type.__init__() takes 1 or 3 arguments
