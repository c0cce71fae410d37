class Seen(set):
    def add(self, x):
        self.last = x
        super().add(x)
s = Seen([1])
s.add(2)
print(s, s.last, len(s))  # expect: Seen({1, 2}) 2 2
