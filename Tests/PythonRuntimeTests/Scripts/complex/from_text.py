print(complex("1+2j"), complex("-j"), complex(" ( 1-2.5e3j ) "), complex("1e5"), complex("infj"))  # expect: (1+2j) -1j (1-2500j) (100000+0j) infj
