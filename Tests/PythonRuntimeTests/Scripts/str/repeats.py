print("ab" * 3, 3 * "ab", "x" * -1 == "", "a" * True)  # expect: ababab ababab True a
