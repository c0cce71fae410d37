class Loud(list):
    def __getitem__(self, i):
        return "item " + str(super().__getitem__(i))
x = Loud([5, 6])
print(x[1], list(x))  # expect: item 6 [5, 6]
