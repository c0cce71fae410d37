print((255).bit_length(), (-256).bit_length(), (0).bit_length(), (2**100).bit_length())  # expect: 8 9 0 101
print((255).bit_count(), (-7).bit_count(), (2**100 - 1).bit_count())  # expect: 8 3 100
