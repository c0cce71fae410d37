from datetime import datetime
datetime(2023, 1, 1) + 1  # raises: TypeError: unsupported operand type(s) for +: 'datetime.datetime' and 'int'
