import fnmatch
print(fnmatch.fnmatch("a.txt", "*.txt"), fnmatch.filter(["a", "b1", "b22"], "b?"), fnmatch.fnmatch("x1", "x[0-9]"), fnmatch.fnmatch("xa", "x[!0-9]"))  # expect: True ['b1'] True True
