import unicodedata


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


for value in None, True, (1, 2), 2.5, "a", "ab", "½":
    show(lambda: unicodedata.normalize("NFC", value))
    show(lambda: unicodedata.is_normalized("NFC", value))
    show(lambda: unicodedata.numeric(value))
    show(lambda: unicodedata.numeric(value, None))
    show(lambda: unicodedata.decimal(value, "none"))
    show(lambda: unicodedata.category(value))
show(lambda: unicodedata.name("\0", None))
show(lambda: unicodedata.name("\0"))
show(lambda: unicodedata.normalize(5, "a"))
# expect: TypeError normalize() argument 2 must be str, not None
# expect: TypeError is_normalized() argument 2 must be str, not None
# expect: TypeError numeric() argument 1 must be a unicode character, not None
# expect: TypeError numeric() argument 1 must be a unicode character, not None
# expect: TypeError decimal() argument 1 must be a unicode character, not None
# expect: TypeError category() argument must be a unicode character, not None
# expect: TypeError normalize() argument 2 must be str, not bool
# expect: TypeError is_normalized() argument 2 must be str, not bool
# expect: TypeError numeric() argument 1 must be a unicode character, not bool
# expect: TypeError numeric() argument 1 must be a unicode character, not bool
# expect: TypeError decimal() argument 1 must be a unicode character, not bool
# expect: TypeError category() argument must be a unicode character, not bool
# expect: TypeError normalize() argument 2 must be str, not tuple
# expect: TypeError is_normalized() argument 2 must be str, not tuple
# expect: TypeError numeric() argument 1 must be a unicode character, not tuple
# expect: TypeError numeric() argument 1 must be a unicode character, not tuple
# expect: TypeError decimal() argument 1 must be a unicode character, not tuple
# expect: TypeError category() argument must be a unicode character, not tuple
# expect: TypeError normalize() argument 2 must be str, not float
# expect: TypeError is_normalized() argument 2 must be str, not float
# expect: TypeError numeric() argument 1 must be a unicode character, not float
# expect: TypeError numeric() argument 1 must be a unicode character, not float
# expect: TypeError decimal() argument 1 must be a unicode character, not float
# expect: TypeError category() argument must be a unicode character, not float
# expect: 'a'
# expect: True
# expect: ValueError not a numeric character
# expect: None
# expect: 'none'
# expect: 'Ll'
# expect: 'ab'
# expect: True
# expect: TypeError numeric() argument 1 must be a unicode character, not str
# expect: TypeError numeric() argument 1 must be a unicode character, not str
# expect: TypeError decimal() argument 1 must be a unicode character, not str
# expect: TypeError category() argument must be a unicode character, not str
# expect: '½'
# expect: True
# expect: 0.5
# expect: 0.5
# expect: 'none'
# expect: 'No'
# expect: None
# expect: ValueError no such name
# expect: TypeError normalize() argument 1 must be str, not int
