from datetime import date, datetime, time, timedelta, timezone
t = datetime(2023, 12, 31, 23, 59, 58, 123456)
print(t.strftime("%Y/%m/%d %a %A %b %B %j %U %y %H:%M:%S.%f %p %I %%"), t.isoformat(), t.isoformat(" ", "seconds"), f"{t:%H-%M}", t.ctime())  # expect: 2023/12/31 Sun Sunday Dec December 365 53 23 23:59:58.123456 PM 11 % 2023-12-31T23:59:58.123456 2023-12-31 23:59:58 23-59 Sun Dec 31 23:59:58 2023
print(datetime.strptime("2024-03-05 06:07:08", "%Y-%m-%d %H:%M:%S"), datetime.strptime("05/Mar/24 3PM", "%d/%b/%y %I%p"), date.fromisoformat("2024-01-02"), datetime.fromisoformat("2024-01-02 03:04:05.678+08:00"), datetime.fromisoformat("20240102T030405Z"))  # expect: 2024-03-05 06:07:08 2024-03-05 15:00:00 2024-01-02 2024-01-02 03:04:05.678000+08:00 2024-01-02 03:04:05+00:00
z = timezone(timedelta(hours=8))
u = datetime(2024, 1, 1, tzinfo=timezone.utc)
print(u, repr(u), u.astimezone(z), z, repr(z), u.timestamp(), u == u.astimezone(z), time(1, 2, 3), repr(time(1, 2)), timedelta.max)  # expect: 2024-01-01 00:00:00+00:00 datetime.datetime(2024, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) 2024-01-01 08:00:00+08:00 UTC+08:00 datetime.timezone(datetime.timedelta(seconds=28800)) 1704067200.0 True 01:02:03 datetime.time(1, 2) 999999999 days, 23:59:59.999999
datetime.strptime("2024", "%Q")  # raises: ValueError: 'Q' is a bad directive in format '%Q'
