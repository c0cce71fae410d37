import statistics as s
data = [1.5, 2.5, 2.5, 2.75, 3.25, 4.75]
print(s.stdev(data), s.pstdev(data), s.variance(data), s.pvariance(data), s.variance([1, 2, 3, 4, 4, 9]), s.stdev([1, 2]))  # expect: 1.0810874155219827 0.986893273527251 1.16875 0.9739583333333334 7.766666666666667 0.7071067811865476
print(s.quantiles(range(10), n=4), s.quantiles([1, 2, 5], method="inclusive"), s.pvariance([0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]))  # expect: [1.75, 4.5, 7.25] [1.5, 2.0, 3.5] 1.25
print(s.correlation([1, 2, 3], [2, 4, 7]), s.covariance([1, 2, 3], [2, 4, 7]), s.linear_regression([1, 2, 3], [2, 4, 7]))  # expect: 0.9933992677987828 2.5 LinearRegression(slope=2.5, intercept=-0.666666666666667)
normal = s.NormalDist(5, 2)
print(normal, normal.pdf(4), normal.cdf(6), normal + 1, normal * 2)  # expect: NormalDist(mu=5.0, sigma=2.0) 0.17603266338214976 0.6914624612740131 NormalDist(mu=6.0, sigma=2.0) NormalDist(mu=10.0, sigma=4.0)
