class H:
    def __init__(self, v):
        self.v = v
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return self.v == other.v
d = {H(1): "a", H(2): "b", H(1): "c"}
print(len(d), d[H(1)], d[H(2)])  # expect: 2 c b
