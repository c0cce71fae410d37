class C:
    def __class_getitem__(cls, key):
        return cls.__name__, key
print(C[int], C[1, 2])  # expect: ('C', <class 'int'>) ('C', (1, 2))
