from itertools import count, cycle, islice, repeat
print(list(islice(count(5, 2), 4)), list(islice(cycle("ab"), 5)), list(repeat(3, 2)))  # expect: [5, 7, 9, 11] ['a', 'b', 'a', 'b', 'a'] [3, 3]
print(count(3), count(1, 2), repeat(1), repeat(1, 3))  # expect: count(3) count(1, 2) repeat(1) repeat(1, 3)
