import random
random.seed(42)
print(random.random(), random.randint(1, 10), random.choice("abc"), random.uniform(1, 2))  # expect: 0.6394267984578837 1 c 1.2750293183691193
print(random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(2))  # expect: 0.2735990065583831 2.811460417586422 0.04547620230328307
print(random.randrange(10), random.randrange(5, 50, 5), random.getrandbits(100))  # expect: 6 5 255006772609626340134244895342
