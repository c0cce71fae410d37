values = (1, 2)
try:
    del values[10**30]
except IndexError as error:
    print(error)  # expect: cannot fit 'int' into an index-sized integer
try:
    del values[0]
except TypeError as error:
    print(error)  # expect: 'tuple' object doesn't support item deletion
