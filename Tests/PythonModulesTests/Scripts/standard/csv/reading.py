import csv
import io
print(list(csv.reader(['a,b', '1,"x, y"', '"say ""hi""",'])), list(csv.reader(["a;b"], delimiter=";")), list(csv.reader(io.StringIO('x,"two\nlines",z\n'))))  # expect: [['a', 'b'], ['1', 'x, y'], ['say "hi"', '']] [['a', 'b']] [['x', 'two\nlines', 'z']]
print(list(csv.DictReader(["a,b", "1,2", "3,4"])), list(csv.reader(["", "a"])))  # expect: [{'a': '1', 'b': '2'}, {'a': '3', 'b': '4'}] [[], ['a']]
