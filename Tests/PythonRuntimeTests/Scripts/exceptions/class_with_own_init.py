class MyError(Exception):
    def __init__(self, code):
        self.code = code
e = MyError(7)
print(e.code, e.args, repr(e))  # expect: 7 (7,) MyError(7)
MyError()  # raises: TypeError: MyError.__init__() missing 1 required positional argument: 'code'
