from itertools import islice
islice([1], -1)  # raises: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
