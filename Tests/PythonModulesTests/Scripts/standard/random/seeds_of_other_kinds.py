import random
for seed in ["hello", 3.5, b"xy", 10 ** 30, -7]:
    random.seed(seed)
    print(random.random())  # expect: 0.3537754404730722
# expect: 0.3039190124834461
# expect: 0.9186846552409125
# expect: 0.9341508484568806
# expect: 0.32383276483316237
