# 2 million method calls
class Counter:
    def __init__(self, step):
        self.count = 0
        self.step = step

    def advance(self, factor):
        self.count += self.step * factor
        return self.count


def run(calls):
    counter = Counter(3)
    last = 0
    for number in range(calls):
        last = counter.advance(number)
    return last


print(run(2_000_000))
