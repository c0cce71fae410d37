from typing import *
def f(a: int, b: "List[str]" = None) -> Optional[int]: ...
print(get_type_hints(f), get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Optional[int]), get_origin(int))  # expect: {'a': <class 'int'>, 'b': typing.List[str], 'return': typing.Optional[int]} <class 'list'> (<class 'str'>, <class 'int'>) ([<class 'int'>], <class 'str'>) typing.Union None
UserId = NewType("UserId", int)
print(UserId(5), UserId, cast(int, "x"), TYPE_CHECKING, List[int] == List[int], Optional[int] == (int | None), isinstance(1, Union[int, str]))  # expect: 5 __main__.UserId x False True True True
