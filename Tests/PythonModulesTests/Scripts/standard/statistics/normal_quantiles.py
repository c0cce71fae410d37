from statistics import NormalDist, StatisticsError

normal = NormalDist(1, 2)
print(normal.inv_cdf(0.3), normal.inv_cdf(0.5), normal.inv_cdf(1e-12), normal.inv_cdf(0.999))  # expect: -0.048801025416081334 1.0 -13.068967650602264 7.180464612335626
print(normal.quantiles(3))  # expect: [0.1385454014090851, 1.8614545985909148]
print(normal.overlap(NormalDist(0, 1)), normal.overlap(NormalDist(4, 2)))  # expect: 0.6099343398789443 0.4532547047537364
normal.inv_cdf(1.0)  # raises: statistics.StatisticsError: p must be in the range 0.0 < p < 1.0
