print({1, 2}.isdisjoint([3]), {1}.isdisjoint({1}))  # expect: True False
