def needs_one(x, /):
    pass


def calls(function):
    try:
        return function()
    except TypeError as error:
        words = [len(str(error)), "a", "b", "c"]
        return words + [word for word in ("a", "b", "c") if word]


for _ in range(50):
    result = calls(lambda: needs_one(*["a", "b", "c"], 5))
print(result[1:])  # expect: ['a', 'b', 'c', 'a', 'b', 'c']
print("".join(["a", "b", "c"]), "abc".split("b"))  # expect: abc ['a', 'c']
