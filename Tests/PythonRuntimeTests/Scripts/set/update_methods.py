s = {1, 2, 3}
s.update([4], {5: 0})
s.intersection_update([1, 4, 5])
s.difference_update([1])
s.symmetric_difference_update([4, 7])
print(s)  # expect: {5, 7}
