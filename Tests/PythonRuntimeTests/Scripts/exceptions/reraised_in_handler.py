try:
    try:
        raise KeyError("a")
    except (ValueError, KeyError) as e:
        print("caught", e)
        raise
except Exception as e:
    print(repr(e))  # expect: caught 'a'
# expect: KeyError('a')
