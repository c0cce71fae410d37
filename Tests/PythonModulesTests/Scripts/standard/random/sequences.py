import random
random.seed(1)
x = list(range(10))
random.shuffle(x)
print(x, random.sample(range(100), 5), random.choices("abc", k=5))  # expect: [6, 8, 9, 7, 5, 3, 0, 4, 1, 2] [26, 12, 62, 3, 49] ['b', 'c', 'a', 'b', 'c']
print(random.choices([1, 2, 3], weights=[1, 2, 3], k=4))  # expect: [2, 3, 3, 1]
print(random.sample(["a", "b", "c"], counts=[2, 1, 3], k=4))  # expect: ['a', 'c', 'c', 'a']
