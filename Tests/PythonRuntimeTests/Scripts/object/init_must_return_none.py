class C:
    def __init__(self):
        return 5
C()  # raises: TypeError: __init__() should return None, not 'int'
