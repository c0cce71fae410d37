for template in "%d", "%i", "%u", "%x", b"%d", b"%i", b"%u":
    try:
        print(template % None)
    except TypeError as error:
        print(error)
# expect: %d format: a real number is required, not NoneType
# expect: %i format: a real number is required, not NoneType
# expect: %u format: a real number is required, not NoneType
# expect: %x format: an integer is required, not NoneType
# expect: %d format: a real number is required, not NoneType
# expect: %d format: a real number is required, not NoneType
# expect: %u format: a real number is required, not NoneType
