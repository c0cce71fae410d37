try:
    print("\ud800")
except UnicodeEncodeError as error:
    # expect: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
    print(error)
