def numbers(limit):
    first = "a"
    for value in range(limit):
        names = sorted(locals())
        yield names
        print(len(str(locals())) > 3, first)


for names in numbers(2):
    print(names)
# expect: ['first', 'limit', 'value']
# expect: True a
# expect: ['first', 'limit', 'names', 'value']
# expect: True a
