class C:
    def __getitem__(self, key):
        return key
print(C()[1:2], C()[1:2, ::3], C()[...], C()[1, 2])
# expect: slice(1, 2, None) (slice(1, 2, None), slice(None, None, 3)) Ellipsis (1, 2)
