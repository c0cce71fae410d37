def needs_one(x, /):
    pass


def calls(function):
    try:
        return function()
    except TypeError as error:
        return [len(str(error)), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]


for _ in range(50):
    result = calls(lambda: needs_one(*["a", "b", "c"], 5))
print(result[1:4])  # expect: [1, 2, 3]
print(["".join(["a", "b", "c"]) for _ in range(2)], "abc".split("b"))  # expect: ['abc', 'abc'] ['a', 'c']
