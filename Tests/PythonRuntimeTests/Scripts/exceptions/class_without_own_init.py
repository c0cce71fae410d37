class MyError(Exception):
    pass
e = MyError("m", 5)
print(repr(e), e, e.args, MyError())  # expect: MyError('m', 5) ('m', 5) ('m', 5) 
