from collections import UserDict, UserList, UserString
class Doubled(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)
d = Doubled(a=1)
d["b"] = 3
print(d, d.data, "a" in d, len(d), d.pop("a"), d.get("z", 0))  # expect: {'b': 6} {'b': 6} True 2 2 0
l = UserList([3, 1])
l.append(2)
l.sort()
print(l, l[0], l + [5], type(l[:2]).__name__, UserString("ab").upper() + "!", len(UserString("abc")))  # expect: [1, 2, 3] 1 [1, 2, 3, 5] UserList AB! 3
