print(list[int], list[int]([1]), dict[str, list[int]])  # expect: list[int] [1] dict[str, list[int]]
