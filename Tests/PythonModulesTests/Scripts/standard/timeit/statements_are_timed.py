import timeit
count = []
print(timeit.timeit(lambda: count.append(1), number=7) >= 0, len(count))  # expect: True 7
print(timeit.timeit('x += 1', setup='x = 0', number=10) >= 0, len(timeit.repeat('pass', number=1, repeat=3)), timeit.default_timer() > 0)  # expect: True 3 True
space = {'seen': []}
timeit.Timer('seen.append(1)', globals=space).timeit(3)
print(space['seen'])  # expect: [1, 1, 1]
try:
    timeit.Timer(3)
except ValueError as error:
    print(error)  # expect: stmt is neither a string nor callable
