print(type(iter({1})).__name__, iter({1, 2}).__length_hint__())  # expect: set_iterator 2
