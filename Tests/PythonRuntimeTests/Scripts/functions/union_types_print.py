print(int | str, int | None, (int | str) == (str | int), list[int] | None)
# expect: int | str int | None True list[int] | None
int | 5  # raises: TypeError: unsupported operand type(s) for |: 'type' and 'int'
