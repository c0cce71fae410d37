class Meta(type):
    def __new__(meta, name, bases, body):
        body["added"] = 1
        return super().__new__(meta, name, bases, body)
    def hello(cls):
        return "hello " + cls.__name__
class C(metaclass=Meta):
    pass
print(C.added, C.hello(), type(C).__name__)  # expect: 1 hello C Meta
C().hello  # raises: AttributeError: 'C' object has no attribute 'hello'
