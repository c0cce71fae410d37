class Meta(type):
    def __getattr__(cls, name):
        return lambda key: (name, key)


class Found(metaclass=Meta):
    pass


print(Found[2])  # expect: ('__class_getitem__', 2)
