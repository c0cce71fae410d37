import heapq
heap = [5, 1, 4, 2]
heapq.heapify(heap)
print(heap, heapq.heappop(heap), heap)  # expect: [2, 5, 4] 1 [2, 5, 4]
heapq.heappush(heap, 0)
print(heap, heapq.nlargest(2, heap), heapq.nsmallest(2, [3, 1, 2]))  # expect: [0, 2, 4, 5] [5, 4] [1, 2]
print(list(heapq.merge([1, 4], [2, 3], [0])))  # expect: [0, 1, 2, 3, 4]
