class Name(str):
    def __init__(self, *args):
        super().__init__(*args)
Name("a")  # raises: TypeError: object.__init__() takes exactly one argument (the instance to initialize)
