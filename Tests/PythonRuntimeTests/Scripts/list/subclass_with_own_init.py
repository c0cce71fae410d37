class Stack(list):
    def __init__(self, *items):
        super().__init__(items)
        self.pushed = 0
    def push(self, v):
        self.pushed += 1
        self.append(v)
s = Stack(1, 2)
s.push(3)
print(s, s.pushed, len(s), s == [1, 2, 3], type(s[:1]), isinstance(s, list))
# expect: [1, 2, 3] 1 3 True <class 'list'> True
