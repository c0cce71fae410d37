def told(*values):
    try:
        pow(*values)
    except (TypeError, ValueError) as error:
        print(error)
told(1, 2.0, 3)  # expect: pow() 3rd argument not allowed unless all arguments are integers
told("a", 2.0, 3)  # expect: pow() 3rd argument not allowed unless all arguments are integers
told(1j, 2, 3)  # expect: complex modulo
