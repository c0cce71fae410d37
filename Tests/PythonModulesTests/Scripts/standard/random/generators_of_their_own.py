import random
class Dice(random.Random):
    def roll(self):
        return self.randint(1, 6)
print(random.Random(7).random(), Dice(5).roll())  # expect: 0.32383276483316237 5
