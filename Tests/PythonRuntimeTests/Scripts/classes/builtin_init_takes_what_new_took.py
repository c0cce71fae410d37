class Named(property):
    def __init__(self, function):
        super().__init__(function)
        self.label = function.__name__.upper()



class Use:
    @Named
    def value(self):
        return 5


class Keyed(dict):
    def __init__(self, *pairs, **more):
        super().__init__(*pairs, **more)
        self.count = len(self)


print(Use().value, Use.value.label)
print(Keyed([(1, 2)], a=3), Keyed([(1, 2)], a=3).count)
# expect: 5 VALUE
# expect: {1: 2, 'a': 3} 2
