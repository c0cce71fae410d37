def told(places):
    try:
        1 << places
    except (MemoryError, OverflowError):
        print("too large")
told(2**63 - 1)  # expect: too large
told(10**12)  # expect: too large
told(10**30)  # expect: too large
