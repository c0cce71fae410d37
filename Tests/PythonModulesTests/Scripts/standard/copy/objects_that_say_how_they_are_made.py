import copy


class Reduced:
    def __reduce__(self):
        return (list, ((1, 2),))


class Stated:
    def __init__(self):
        self.a = [1]

    def __getstate__(self):
        return {"kept": self.a}

    def __setstate__(self, state):
        self.b = state


class Filled(list):
    def __reduce__(self):
        return (Filled, (), {"name": "n"}, iter([[1], 2]))


print(copy.copy(Reduced()), copy.deepcopy([Reduced()]))  # expect: [1, 2] [[1, 2]]
value = Stated()
print(vars(copy.copy(value)), vars(copy.deepcopy(value)))  # expect: {'b': {'kept': [1]}} {'b': {'kept': [1]}}
print(copy.copy(value).b["kept"] is value.a, copy.deepcopy(value).b["kept"] is value.a)  # expect: True False
print(copy.deepcopy(Filled()), copy.copy(Filled()).name)  # expect: [[1], 2] n
