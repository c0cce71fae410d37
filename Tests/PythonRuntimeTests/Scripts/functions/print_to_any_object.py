class W:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
w = W()
print("a", 1, file=w)
print(w.parts)  # expect: ['a', ' ', '1', '\n']
print(1, file=5)  # raises: AttributeError: 'int' object has no attribute 'write'
