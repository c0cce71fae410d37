print("%(name)s is %(age)d, %(age)x" % {"name": "Ann", "age": 30}, "%s" % {"a": 1}, "%s" % [1, 2])  # expect: Ann is 30, 1e {'a': 1} [1, 2]
