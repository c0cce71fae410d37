import random
random.seed(1)
state = random.getstate()
first = random.random()
random.setstate(state)
print(first == random.random(), len(state), len(state[1]))  # expect: True 3 625
