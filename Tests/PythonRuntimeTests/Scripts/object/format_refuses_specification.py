class C:
    pass
f"{C():>5}"  # raises: TypeError: unsupported format string passed to C.__format__
