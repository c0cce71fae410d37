import string
print(string.ascii_lowercase, string.digits, string.punctuation, repr(string.whitespace))  # expect: abcdefghijklmnopqrstuvwxyz 0123456789 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ ' \t\n\r\x0b\x0c'
print(string.capwords("hello  big world"))  # expect: Hello Big World
