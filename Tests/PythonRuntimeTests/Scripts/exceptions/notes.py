e = ValueError("n")
e.add_note("first")
e.add_note("second")
print(e.__notes__)  # expect: ['first', 'second']
e.add_note(5)  # raises: TypeError: note must be a str, not 'int'
