for e in (Exception(), Exception(1), Exception("a", 2), KeyError("k"), KeyError("a", "b"), OSError(2, "m", "f")):
    print(str(e), "|", repr(e), "|", e.args)  # expect:  | Exception() | ()
# expect: 1 | Exception(1) | (1,)
# expect: ('a', 2) | Exception('a', 2) | ('a', 2)
# expect: 'k' | KeyError('k') | ('k',)
# expect: ('a', 'b') | KeyError('a', 'b') | ('a', 'b')
# expect: [Errno 2] m: 'f' | FileNotFoundError(2, 'm') | (2, 'm')
