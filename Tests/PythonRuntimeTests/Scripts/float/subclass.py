class Metre(float):
    def __str__(self):
        return f"{float(self)} m"
m = Metre(2.5)
print(m, repr(m), m * 2, type(m * 2).__name__, f"{m:.3f}", m == 2.5)  # expect: 2.5 m 2.5 5.0 float 2.500 True
