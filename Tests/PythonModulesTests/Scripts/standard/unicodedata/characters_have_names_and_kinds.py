import unicodedata
print([unicodedata.category(c) for c in 'aA1é中_- \n$+\u0301'])  # expect: ['Ll', 'Lu', 'Nd', 'Ll', 'Lo', 'Pc', 'Pd', 'Zs', 'Cc', 'Sc', 'Sm', 'Mn']
print(unicodedata.normalize('NFD', 'é') == 'e\u0301', len(unicodedata.normalize('NFD', 'é')), unicodedata.normalize('NFKC', 'ﬁ①Ａ'))  # expect: True 2 fi1A
print(''.join(c for c in unicodedata.normalize('NFD', '¿Cómo está?') if unicodedata.category(c) != 'Mn'))  # expect: ¿Como esta?
print(unicodedata.name('a'), unicodedata.name('中'), unicodedata.name('\n', 'none'), unicodedata.lookup('GREEK SMALL LETTER ALPHA'))  # expect: LATIN SMALL LETTER A CJK UNIFIED IDEOGRAPH-4E2D none α
print(unicodedata.decimal('7'), unicodedata.digit('²'), unicodedata.numeric('½'), unicodedata.decimal('x', -1), unicodedata.combining('\u0301'))  # expect: 7 2 0.5 -1 230
print(unicodedata.is_normalized('NFC', 'e\u0301'), unicodedata.is_normalized('NFC', 'é'))  # expect: False True
for bad in [lambda: unicodedata.normalize('X', 'a'), lambda: unicodedata.category('ab'), lambda: unicodedata.name('\n'), lambda: unicodedata.category(3), lambda: unicodedata.numeric('a'), lambda: unicodedata.digit('a'), lambda: unicodedata.lookup('NO SUCH')]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)  # expect: ValueError invalid normalization form
# expect: TypeError category() argument must be a unicode character, not str
# expect: ValueError no such name
# expect: TypeError category() argument must be a unicode character, not int
# expect: ValueError not a numeric character
# expect: ValueError not a digit
# expect: KeyError "undefined character name 'NO SUCH'"
