import locale

print(locale.setlocale(locale.LC_ALL, "C"), locale.setlocale(locale.LC_NUMERIC))
print(locale.format_string("%.2f of %d", (3.14159, 1234567), grouping=True))
print(locale.localeconv()["decimal_point"], locale.atof("1.5") + locale.atoi("2"), locale.str(0.1))
print(sorted(["b", "a", "C"], key=locale.strxfrm), locale.strcoll("a", "b"))
try:
    locale.setlocale(locale.LC_ALL, "xx_YY")
except locale.Error as error:
    print(error)
# expect: C C
# expect: 3.14 of 1234567
# expect: . 3.5 0.1
# expect: ['C', 'a', 'b'] -1
# expect: unsupported locale setting
