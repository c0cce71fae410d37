class A:
    def __new__(cls, *args):
        made = super().__new__(cls)
        made.args = args
        return made
    def __init__(self, *args):
        super().__init__()
print(A(1, 2).args)  # expect: (1, 2)
