import copy
class Node:
    def __init__(self):
        self.items = [1]
        self.me = self
    def __deepcopy__(self, memo):
        made = Node()
        memo[id(self)] = made
        made.items = copy.deepcopy(self.items, memo) + ["copied"]
        return made
n = Node()
pair = copy.deepcopy({"a": n, "b": n})
print(pair["a"] is pair["b"], pair["a"].items, copy.copy(n).items is n.items)  # expect: True [1, 'copied'] True
shared = [1]
twice = copy.deepcopy([shared, shared])
print(twice[0] is twice[1], twice[0] is shared, copy.deepcopy((1, [2])), copy.deepcopy(len) is len)  # expect: True False (1, [2]) True
