big = 2**63
print(big, big - 1, -big, -big - 1)  # expect: 9223372036854775808 9223372036854775807 -9223372036854775808 -9223372036854775809
print(big * big, (big * big) // big == big)  # expect: 85070591730234615865843651857942052864 True
print(type(big - big), big - big)  # expect: <class 'int'> 0
print(-2**63 // -1, (-2**63) % -1)  # expect: 9223372036854775808 0
