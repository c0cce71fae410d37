from datetime import date
date(2023, 1, 1).year = 3  # raises: AttributeError: attribute 'year' of 'datetime.date' objects is not writable
