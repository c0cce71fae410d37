try:
    undefined_thing
except NameError as e:
    print(e.name, e)  # expect: undefined_thing name 'undefined_thing' is not defined
