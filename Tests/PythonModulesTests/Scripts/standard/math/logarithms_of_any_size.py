import math
print(math.log(8, 2), math.log2(8), math.log10(1000), math.log(10 ** 400), math.log1p(1e-10))  # expect: 3.0 3.0 3.0 921.0340371976182 9.999999999500001e-11
