import time
print(time.strptime("2024-01-02", "%Y-%m-%d"))  # expect: time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=2, tm_isdst=-1)
time.strptime("x", "%Y")  # raises: ValueError: time data 'x' does not match format '%Y'
