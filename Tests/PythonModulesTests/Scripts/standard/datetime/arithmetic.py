from datetime import date, datetime, timedelta
d = date(2024, 2, 29)
t = datetime(2023, 12, 31, 23, 59, 58, 123456)
print(d, repr(d), d + timedelta(1), d - date(2023, 1, 1), d.weekday(), d.isocalendar(), d.replace(month=3), d.toordinal())  # expect: 2024-02-29 datetime.date(2024, 2, 29) 2024-03-01 424 days, 0:00:00 3 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) 2024-03-29 738945
print(t, repr(t), t + timedelta(hours=1, seconds=2), t.date(), t.time(), t - datetime(2023, 1, 1), t > datetime(2023, 1, 1))  # expect: 2023-12-31 23:59:58.123456 datetime.datetime(2023, 12, 31, 23, 59, 58, 123456) 2024-01-01 01:00:00.123456 2023-12-31 23:59:58.123456 364 days, 23:59:58.123456 True
print(timedelta(days=1, hours=2, microseconds=5), repr(timedelta(days=-1, seconds=5)), timedelta(minutes=90).total_seconds(), timedelta(1) / 2, timedelta(1) // timedelta(hours=5), timedelta(1) * 2.5, -timedelta(1, 5), timedelta(1) / timedelta(hours=6))  # expect: 1 day, 2:00:00.000005 datetime.timedelta(days=-1, seconds=5) 5400.0 12:00:00 4 2 days, 12:00:00 -2 days, 23:59:55 4.0
print(sorted([date(2024, 1, 3), date(2023, 1, 1)]), sum([timedelta(1), timedelta(2)], timedelta()))  # expect: [datetime.date(2023, 1, 1), datetime.date(2024, 1, 3)] 3 days, 0:00:00
