class A:
    class Inner:
        def m(self):
            pass
print(A.Inner.__qualname__, A.Inner.m.__qualname__, A.__name__, A.__module__, A.__bases__, A.__base__)
# expect: A.Inner A.Inner.m A __main__ (<class 'object'>,) <class 'object'>
