import heapq


def failure(call):
    try:
        return call()
    except TypeError as error:
        return str(error)


print(failure(lambda: heapq.heapify((1, 2))))  # expect: heapify() argument must be list, not tuple
print(failure(lambda: heapq.heappush(1, 2)))  # expect: heappush() argument 1 must be list, not int
print(failure(lambda: heapq.heappop("a")))  # expect: heappop() argument must be list, not str
print(heapq.nlargest(-1, [1, "a"]), heapq.nsmallest(0, [1, "a"]))  # expect: [] []
