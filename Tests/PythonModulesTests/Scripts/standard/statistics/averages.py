import statistics as s
data = [1.5, 2.5, 2.5, 2.75, 3.25, 4.75]
print(s.mean(data), s.mean([1, 2, 3, 4]), s.mean([1, 3]), s.fmean([1, 2]), s.fmean(data, weights=[1, 1, 1, 2, 2, 2]))  # expect: 2.875 2.5 2 1.5 3.111111111111111
print(s.median(data), s.median([3, 1, 2]), s.median_low([1, 2, 3, 4]), s.median_high([1, 2, 3, 4]), s.median_grouped([1, 2, 2, 3]))  # expect: 2.625 2 2 3 2.0
print(s.mode("aabbb"), s.multimode([1, 1, 2, 2, 3]), s.geometric_mean([54, 24, 36]), s.harmonic_mean([40, 60]), s.mean([0.1] * 3))  # expect: b [1, 2] 36.000000000000014 48.0 0.1
