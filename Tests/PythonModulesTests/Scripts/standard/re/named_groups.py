import re
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-05 x")
print(m, m.group(), m["year"], m.groupdict(), m.span(), m.start("month"))  # expect: <re.Match object; span=(3, 10), match='2024-05'> 2024-05 2024 {'year': '2024', 'month': '05'} (3, 10) 8
print(m.groups(), m.lastgroup, m.lastindex, m.expand(r"\g<month>/\1"))  # expect: ('2024', '05') month 2 05/2024
