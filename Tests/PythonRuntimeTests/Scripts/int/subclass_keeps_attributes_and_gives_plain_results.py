class Count(int):
    def __new__(cls, value, unit):
        self = super().__new__(cls, value)
        self.unit = unit
        return self
    def __repr__(self):
        return f"Count({int(self)})"
c = Count(5, "kg")
print(c, repr(c), c.unit, c + 1, type(c + 1).__name__)  # expect: Count(5) Count(5) kg 6 int
print(isinstance(c, int), c == 5, hash(c) == hash(5), [10, 20, 30, 40, 50, 60][c])  # expect: True True True 60
print(f"{c:>5d}|{c:5}|", c.bit_length(), -c, abs(Count(-3, "")))  # expect:     5|    5| 3 -5 3
