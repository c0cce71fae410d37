def failure(call):
    try:
        return call()
    except SyntaxError as error:
        return error.args[0], error.lineno


print(failure(lambda: eval("1\0")))  # expect: ('source code string cannot contain null bytes', None)
print(failure(lambda: compile("a\0b", "f", "exec")))  # expect: ('source code string cannot contain null bytes', None)
print(failure(lambda: eval("\ufeff1")))  # expect: ('invalid non-printable character U+FEFF', 1)
print(eval(b"\xef\xbb\xbf1"))  # expect: 1
