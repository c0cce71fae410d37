2.0 ** 10000  # raises: OverflowError: (34, 'Numerical result out of range')
