import io
s = io.StringIO("a\nb")
print(s.read(1), repr(s.readline()), s.readlines(), s.getvalue())  # expect: a '\n' ['b'] a
# expect: b
w = io.StringIO()
print(w.write("hello"), w.getvalue(), w.tell())  # expect: 5 hello 5
