"%d" % "5"  # raises: TypeError: %d format: a real number is required, not str
