import hashlib
print(hashlib.md5(b"hello").hexdigest(), hashlib.sha1(b"").hexdigest())  # expect: 5d41402abc4b2a76b9719d911017c592 da39a3ee5e6b4b0d3255bfef95601890afd80709
print(hashlib.sha256(b"hello world" * 20).hexdigest(), hashlib.new("sha224", b"abc").hexdigest())  # expect: 7a64418595d84c67ce5c5aa8c2385d9b9a2600fd748bcd01ac067319def8976e 23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7
hashlib.md5("text")  # raises: TypeError: Strings must be encoded before hashing
