print("{} {}".format(1, 2), "{1} {0} {1}".format(1, 2), "{a}{}".format(1, a=2), "{{{}}}".format(5))  # expect: 1 2 2 1 2 21 {5}
