import statistics
statistics.mean([])  # raises: statistics.StatisticsError: mean requires at least one data point
