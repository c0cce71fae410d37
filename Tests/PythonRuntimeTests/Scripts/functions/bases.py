print(bin(5), bin(-5), oct(8), hex(255), hex(-2**70), bin(True))  # expect: 0b101 -0b101 0o10 0xff -0x400000000000000000 0b1
hex(1.5)  # raises: TypeError: 'float' object cannot be interpreted as an integer
