import sys
print(sys.stdout.write("") == 0, sys.byteorder, sys.getrecursionlimit())  # expect: True little 1000
