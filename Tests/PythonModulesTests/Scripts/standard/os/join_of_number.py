import os
os.path.join("a", 1)  # raises: TypeError: join() argument must be str, bytes, or os.PathLike object, not 'int'
