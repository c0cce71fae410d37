import copy
class Node:
    def __init__(self):
        self.items = [1]
        self.me = self
node = Node()
other = copy.deepcopy(node)
print(other.items is node.items, other.me is other, copy.copy(node).items is node.items)  # expect: False True True
