print("ABC".isupper(), "A1".isupper(), "1".isupper(), "ABc".isupper(), "abc".islower(), "ª".islower())  # expect: True True False False True True
print("Abc Def".istitle(), "Abc def".istitle(), "A1B".istitle(), "ǅ".istitle(), "".istitle())  # expect: True False True True False
