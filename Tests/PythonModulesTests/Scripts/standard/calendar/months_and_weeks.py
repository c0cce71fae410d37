import calendar
print(calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.monthrange(2024, 2))  # expect: True False 7 (3, 29)
print(calendar.monthcalendar(2024, 2)[0], list(calendar.month_abbr)[:3], calendar.day_name[0], calendar.weekday(2024, 2, 29))  # expect: [0, 0, 0, 1, 2, 3, 4] ['', 'Jan', 'Feb'] Monday 3
print(calendar.month(2024, 2))  # expect:    February 2024
# expect: Mo Tu We Th Fr Sa Su
# expect:           1  2  3  4
# expect:  5  6  7  8  9 10 11
# expect: 12 13 14 15 16 17 18
# expect: 19 20 21 22 23 24 25
# expect: 26 27 28 29
# expect: 
print(calendar.timegm((2024, 2, 29, 12, 0, 1)))  # expect: 1709208001
try:
    calendar.monthrange(2024, 13)
except ValueError as error:
    print(error)  # expect: bad month number 13; must be 1-12
