class Config(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)
c = Config(units=32)
print(c.units, hasattr(c, "x"), c)  # expect: 32 False {'units': 32}
c.missing  # raises: AttributeError: missing
