def parts(source):
    try:
        compile(source, "f", "exec")
    except SyntaxError as error:
        return error.msg, error.lineno, error.offset, error.text


print(parts("x = = 1"))  # expect: ('invalid syntax', 1, 5, 'x = = 1\n')
print(parts("if x\n    pass\n"))  # expect: ("expected ':'", 1, 5, 'if x\n')
print(parts("x = 'abc"))  # expect: ('unterminated string literal (detected at line 1)', 1, 5, "x = 'abc")
print(parts("f'{a b}'"))  # expect: ('f-string: invalid syntax. Perhaps you forgot a comma?', 1, 2, '(a b)\n')
