print(str(5), str(1.0), str(None), str([1, "a"]), str() == "", str(object="x"))  # expect: 5 1.0 None [1, 'a'] True x
print(str(b"a"), str(b"\xe4\xb8\xad", "utf-8"), str(b"a", errors="strict"))  # expect: b'a' 中 a
class A:
    def __repr__(self):
        return "<A>"
print(str(A()), [A()], f"{A()!s} {A()!r}")  # expect: <A> [<A>] <A> <A>
