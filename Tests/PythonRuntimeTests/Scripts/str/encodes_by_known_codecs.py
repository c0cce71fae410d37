"a".encode("klingon")  # raises: LookupError: unknown encoding: klingon
