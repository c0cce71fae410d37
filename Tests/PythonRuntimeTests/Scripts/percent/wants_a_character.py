"%c" % "ab"  # raises: TypeError: %c requires int or char
