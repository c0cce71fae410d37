print(",".join(["a", "b"]), "".join([]) == "", "-".join("abc"), "中".join(("a", "é")), ", ".join({"k": 1, "l": 2}))  # expect: a,b True a-b-c a中é k, l
print(",".join(str(n) for n in range(4)))  # expect: 0,1,2,3
