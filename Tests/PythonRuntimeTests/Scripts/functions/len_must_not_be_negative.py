class N:
    def __len__(self):
        return -1
len(N())  # raises: ValueError: __len__() should return >= 0
