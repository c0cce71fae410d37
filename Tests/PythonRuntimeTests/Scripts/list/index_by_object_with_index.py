class Two:
    def __index__(self):
        return 2
print([1, 2, 3][Two()], [1, 2, 3][:Two()])  # expect: 3 [1, 2]
