print("{!r} {!s:>3} {!a}".format("a", "b", "é"), "{:{}}|{:>{w}.{p}f}".format("a", 3, 2.5, w=6, p=2))  # expect: 'a'   b '\xe9' a  |  2.50
