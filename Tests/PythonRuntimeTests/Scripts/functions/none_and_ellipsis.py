print(None, ..., NotImplemented, bool(...), bool(None), type(None), type(...))
# expect: None Ellipsis NotImplemented True False <class 'NoneType'> <class 'ellipsis'>
