import re
print(re.findall(r"[^\W\d_]+", "héllo 你好 x1"), re.findall("[一-龥]+", "a中文b"))  # expect: ['héllo', '你好', 'x'] ['中文']
print(re.findall(r"\w+", "é1", re.A), re.findall("É", "é", re.I))  # expect: ['1'] ['é']
