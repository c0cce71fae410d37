from collections import deque
q = deque([1, 2, 3], maxlen=3)
q.append(4)
print(q, q[0], q[-1], len(q), q.maxlen)  # expect: deque([2, 3, 4], maxlen=3) 2 4 3 3
q.appendleft(0)
q.rotate(1)
print(q, q.pop(), q.popleft(), list(q))  # expect: deque([0], maxlen=3) 2 3 [0]
