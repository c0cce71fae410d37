x = [3, "a", 1]
try:
    x.sort()
except TypeError as e:
    print(e)  # expect: '<' not supported between instances of 'str' and 'int'
print(sorted(map(str, x)))  # expect: ['1', '3', 'a']
