f = open("open.txt", "w")
f.write("waiting")
print(open("open.txt").read())  # expect: waiting
f.write(" more")
print(open("open.txt").read())  # expect: waiting more
f.close()
f.write("late")  # raises: ValueError: I/O operation on closed file.
