from datetime import datetime
datetime.strptime("x", "%Y")  # raises: ValueError: time data 'x' does not match format '%Y'
