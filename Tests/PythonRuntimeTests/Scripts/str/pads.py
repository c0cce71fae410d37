print(["ab".center(5, "*"), "abc".center(6), "abc".ljust(5, "."), "abc".rjust(5, "."), "abc".center(2)])  # expect: ['**ab*', ' abc  ', 'abc..', '..abc', 'abc']
print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "".zfill(2), "中".zfill(3))  # expect: 00042 -0042 +004 00 00中
