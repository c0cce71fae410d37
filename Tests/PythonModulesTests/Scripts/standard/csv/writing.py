import csv
import io
out = io.StringIO()
csv.writer(out).writerows([[1, "a,b", 'c"d', None, 2.5], [""]])
table = csv.DictWriter(out, ["x", "y"])
table.writeheader()
table.writerow({"x": 1, "y": 2})
print(repr(out.getvalue()))  # expect: '1,"a,b","c""d",,2.5\r\n""\r\nx,y\r\n1,2\r\n'
table.writerow({"z": 1})  # raises: ValueError: dict contains fields not in fieldnames: 'z'
