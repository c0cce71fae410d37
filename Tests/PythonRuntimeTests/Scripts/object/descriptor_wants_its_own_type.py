str.__eq__(3)  # raises: TypeError: descriptor '__eq__' requires a 'str' object but received a 'int'
