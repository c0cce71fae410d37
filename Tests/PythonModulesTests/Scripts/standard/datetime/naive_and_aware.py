from datetime import datetime, timezone
datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=timezone.utc)  # raises: TypeError: can't compare offset-naive and offset-aware datetimes
