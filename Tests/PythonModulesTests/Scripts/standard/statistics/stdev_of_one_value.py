import statistics
statistics.stdev([1])  # raises: statistics.StatisticsError: stdev requires at least two data points
