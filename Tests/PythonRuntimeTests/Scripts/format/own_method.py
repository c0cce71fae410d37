class A:
    def __format__(self, specification):
        return "<" + specification + ">"
print(f"{A():x{1}y}", format(A()), "{:abc}".format(A()))  # expect: <x1y> <> <abc>
