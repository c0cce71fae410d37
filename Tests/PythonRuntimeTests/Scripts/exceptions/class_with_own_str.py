class MyError(ValueError):
    def __init__(self, message, extra=None):
        super().__init__(message)
        self.extra = extra
    def __str__(self):
        return "<" + super().__str__() + ">"
print(MyError("m", extra=3), MyError("m", extra=3).extra)  # expect: <m> 3
raise MyError("end")  # raises: MyError: <end>
