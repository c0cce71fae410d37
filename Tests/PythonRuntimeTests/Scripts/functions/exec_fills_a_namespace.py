space = {}
exec("a = 1\nb = a + 1\ndef f(): return b", space)
print(space["b"], space["f"]())  # expect: 2 2
exec("r = 5")
print(r)  # expect: 5
