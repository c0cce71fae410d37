from collections import defaultdict
defaultdict(None)["x"]  # raises: KeyError: 'x'
