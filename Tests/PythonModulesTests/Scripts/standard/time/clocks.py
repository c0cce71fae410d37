import time
start = time.perf_counter()
print(time.time() > 1.6e9, time.perf_counter() >= start, type(time.monotonic_ns()))  # expect: True True <class 'int'>
