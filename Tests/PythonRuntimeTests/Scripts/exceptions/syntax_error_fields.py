e = SyntaxError("bad", ("f.py", 3, 5, "x = = 1"))
print(e, e.msg, e.lineno, e.offset, e.text, e.filename)  # expect: bad (f.py, line 3) bad 3 5 x = = 1 f.py
