print(["a\tb".expandtabs(), "a\tbc\td\n\tx".expandtabs(4), "a\tb".expandtabs(0)])  # expect: ['a       b', 'a   bc  d\n    x', 'ab']
