def said(make):
    try:
        return len(make())
    except (MemoryError, ValueError, OverflowError) as error:
        return type(error).__name__
print(said(lambda: "x".join(["y" * 10**6] * 10**6)))  # expect: MemoryError
print(said(lambda: f"{1.5:.{10**9}f}"))  # expect: MemoryError
print(said(lambda: "%.1000000000f" % 1.5))  # expect: MemoryError
print(said(lambda: "%99999999999d" % 1))  # expect: MemoryError
print(said(lambda: "%.3000000000d" % 1))  # expect: ValueError
print(said(lambda: "x".zfill(10**12)))  # expect: MemoryError
print("-7".zfill(5), "+".zfill(3), "é".center(4, "ü"), "".zfill(2), "ab".rjust(5, "日"))  # expect: -0007 +00 üéüü 00 日日日ab
