import numpy as np


def fails(body):
    try:
        body()
    except Exception as mistake:
        print(type(mistake).__name__ + ":", mistake)


np.random.seed(0)
print(repr(np.random.rand()))  # expect: 0.5488135039273248
print(repr(np.random.rand(2, 3)))  # expect: array([[0.71518937, 0.60276338, 0.54488318],
# expect:        [0.4236548 , 0.64589411, 0.43758721]])
print(repr(np.random.randn(3)))  # expect: array([ 1.26611853, -0.50587654,  2.54520078])
print(repr(np.random.randint(10)))  # expect: 5
print(repr(np.random.randint(0, 10, size=(2, 3))))  # expect: array([[9, 8, 9],
# expect:        [4, 3, 0]])
print(repr(np.random.random((2,))))  # expect: array([0.83261985, 0.77815675])
print(repr(np.random.normal(0, 1, 3)))  # expect: array([ 1.08081191, -0.18158257,  1.41020463])
print(repr(np.random.uniform(-1, 1, 3)))  # expect: array([ 0.56105835, -0.76345115,  0.27984204])
print(repr(np.random.choice(5, 3)))  # expect: array([1, 1, 0])
print(repr(np.random.choice([1, 2, 3], 2, replace=False)))  # expect: array([2, 1])
print(repr(np.random.choice(['a', 'b'], 2)))  # expect: array(['b', 'b'], dtype='<U1')
print(repr(np.random.choice(3, 5, p=[.1, .2, .7])))  # expect: array([1, 2, 1, 1, 2])
print(repr(np.random.permutation(5)))  # expect: array([3, 2, 1, 4, 0])
items = [1, 2, 3, 4, 5]; np.random.shuffle(items)
print(repr(items))  # expect: [4, 1, 3, 2, 5]
m = np.arange(10).reshape(5, 2); np.random.shuffle(m)
print(repr(m))  # expect: array([[8, 9],
# expect:        [4, 5],
# expect:        [6, 7],
# expect:        [2, 3],
# expect:        [0, 1]])
print(repr(np.random.binomial(10, .5, 3)))  # expect: array([3, 6, 6])
print(repr(np.random.poisson(3, 3)))  # expect: array([1, 3, 2])
print(repr(np.random.multinomial(10, [.2, .3, .5])))  # expect: array([1, 4, 5])
print(repr(np.random.RandomState(1).rand(2)))  # expect: array([0.417022  , 0.72032449])
rng = np.random.default_rng(42)
print(repr(rng.random(3)))  # expect: array([0.77395605, 0.43887844, 0.85859792])
print(repr(rng.standard_normal(2)))  # expect: array([ 0.94056472, -1.95103519])
print(repr(rng.integers(0, 10, 5)))  # expect: array([5, 9, 7, 7, 7])
print(repr(rng.choice(5, 3)))  # expect: array([3, 2, 0])
print(repr(rng.permutation(5)))  # expect: array([3, 0, 2, 4, 1])
fails(lambda: np.random.choice([1, 2], 3, replace=False))  # expect: ValueError: Cannot take a larger sample than population when 'replace=False'
fails(lambda: np.random.choice([1, 2], 3, p=[.5, .6]))  # expect: ValueError: probabilities do not sum to 1
fails(lambda: np.random.randint(0))  # expect: ValueError: high <= 0
fails(lambda: np.random.seed(-1))  # expect: ValueError: Seed must be between 0 and 2**32 - 1
fails(lambda: np.random.normal(0, -1))  # expect: ValueError: scale < 0
