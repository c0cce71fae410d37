from functools import cache, lru_cache
@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info(), fib.__name__)  # expect: 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=None, currsize=81) fib
@lru_cache(maxsize=2)
def double(x):
    return x * 2
for x in [1, 2, 3, 1]:
    double(x)
print(double.cache_info())  # expect: CacheInfo(hits=0, misses=4, maxsize=2, currsize=2)
