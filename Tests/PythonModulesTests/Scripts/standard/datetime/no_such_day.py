from datetime import date
date(2023, 2, 30)  # raises: ValueError: day is out of range for month
