print({1} < {1, 2}, {1, 2} <= {1, 2}, {1, 2} < {1, 2}, {1, 2} > {1}, {1}.issubset([1, 2]), {1, 2}.issuperset([1]))
# expect: True True False True True True
