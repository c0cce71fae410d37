class A:
    def __hash__(self):
        return 2**64
print(hash(5), hash(A()), hash((1, 2)) == hash((1, 2)), hash(None) == hash(None))  # expect: 5 8 True True
hash([])  # raises: TypeError: unhashable type: 'list'
