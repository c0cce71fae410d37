class Right:
    def __index__(self):
        return 2

    def __rmul__(self, other):
        return ("times", other)

    def __radd__(self, other):
        return ("plus", other)


print("ab" * Right(), [1] * Right(), (1,) + Right(), [1] + Right(), b"a" * Right())  # expect: ('times', 'ab') ('times', [1]) ('plus', (1,)) ('plus', [1]) ('times', b'a')
