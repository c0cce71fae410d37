from collections import defaultdict
defaultdict(3)  # raises: TypeError: first argument must be callable or None
