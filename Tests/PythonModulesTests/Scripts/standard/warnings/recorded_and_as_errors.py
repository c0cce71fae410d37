import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("hey")
    warnings.warn("old", DeprecationWarning)
print(len(caught), caught[0].message, caught[1].category.__name__)  # expect: 2 hey DeprecationWarning
warnings.simplefilter("error")
warnings.warn("strict", RuntimeWarning)  # raises: RuntimeWarning: strict
