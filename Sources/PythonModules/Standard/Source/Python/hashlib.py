"""Fingerprints of bytes."""

import math as _math

__all__ = ["md5", "new", "sha1", "sha224", "sha256", "algorithms_available",
           "algorithms_guaranteed"]

algorithms_guaranteed = algorithms_available = {"md5", "sha1", "sha224", "sha256"}
_WORD = 0xFFFFFFFF


def _left(number, count):
    return (number << count | number >> (32 - count)) & _WORD


def _primes(count):
    found = []
    number = 2
    while len(found) < count:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found


def _cube_root_bits(number):
    """The first 32 bits behind the point of the cube root, by exact integers."""
    scaled = number << 96
    low, high = 0, 1 << 36
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** 3 <= scaled:
            low = middle
        else:
            high = middle - 1
    return low & _WORD


def _square_root_bits(number):
    return _math.isqrt(number << 64) & _WORD


_tables = {}


def _padded(data, order):
    length = (len(data) * 8 & 0xFFFFFFFFFFFFFFFF).to_bytes(8, order)
    return data + b"\x80" + b"\0" * (-(len(data) + 9) % 64) + length


def _md5(data):
    if "md5" not in _tables:
        _tables["md5"] = [int(abs(_math.sin(step + 1)) * 2 ** 32) for step in range(64)]
    table = _tables["md5"]
    turns = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    data = _padded(data, "little")
    for start in range(0, len(data), 64):
        words = [int.from_bytes(data[place:place + 4], "little")
                 for place in range(start, start + 64, 4)]
        a, b, c, d = state
        for step in range(64):
            part = step // 16
            if part == 0:
                mixed, word = b & c | ~b & d, step
            elif part == 1:
                mixed, word = d & b | ~d & c, (5 * step + 1) % 16
            elif part == 2:
                mixed, word = b ^ c ^ d, (3 * step + 5) % 16
            else:
                mixed, word = c ^ (b | ~d & _WORD), 7 * step % 16
            total = (a + mixed + table[step] + words[word]) & _WORD
            a, d, c, b = d, c, b, (b + _left(total, turns[part][step % 4])) & _WORD
        state = [(old + new) & _WORD for old, new in zip(state, (a, b, c, d))]
    return b"".join(word.to_bytes(4, "little") for word in state)


def _sha1(data):
    state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]
    data = _padded(data, "big")
    for start in range(0, len(data), 64):
        words = [int.from_bytes(data[place:place + 4], "big")
                 for place in range(start, start + 64, 4)]
        for step in range(16, 80):
            words.append(_left(
                words[step - 3] ^ words[step - 8] ^ words[step - 14] ^ words[step - 16], 1))
        a, b, c, d, e = state
        for step in range(80):
            if step < 20:
                mixed, constant = b & c | ~b & d, 0x5A827999
            elif step < 40:
                mixed, constant = b ^ c ^ d, 0x6ED9EBA1
            elif step < 60:
                mixed, constant = b & c | b & d | c & d, 0x8F1BBCDC
            else:
                mixed, constant = b ^ c ^ d, 0xCA62C1D6
            total = (_left(a, 5) + mixed + e + constant + words[step]) & _WORD
            a, b, c, d, e = total, a, _left(b, 30), c, d
        state = [(old + new) & _WORD for old, new in zip(state, (a, b, c, d, e))]
    return b"".join(word.to_bytes(4, "big") for word in state)


def _sha2(data, state, length):
    if "sha2" not in _tables:
        _tables["sha2"] = [_cube_root_bits(prime) for prime in _primes(64)]
    table = _tables["sha2"]

    def right(number, count):
        return (number >> count | number << (32 - count)) & _WORD

    data = _padded(data, "big")
    for start in range(0, len(data), 64):
        words = [int.from_bytes(data[place:place + 4], "big")
                 for place in range(start, start + 64, 4)]
        for step in range(16, 64):
            x, y = words[step - 15], words[step - 2]
            words.append((words[step - 16] + (right(x, 7) ^ right(x, 18) ^ x >> 3)
                          + words[step - 7] + (right(y, 17) ^ right(y, 19) ^ y >> 10)) & _WORD)
        a, b, c, d, e, f, g, h = state
        for step in range(64):
            first = h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + (e & f ^ ~e & g) \
                + table[step] + words[step]
            second = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = ((first + second) & _WORD, a, b, c, (d + first) & _WORD,
                                      e, f, g)
        state = [(old + new) & _WORD for old, new in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(word.to_bytes(4, "big") for word in state)[:length]


def _sha256(data):
    return _sha2(data, [_square_root_bits(prime) for prime in _primes(8)], 32)


def _sha224(data):
    # Its start is bits 33 to 64 behind the point, for the 9th to 16th primes.
    state = [_math.isqrt(prime << 128) & _WORD for prime in _primes(16)[8:]]
    return _sha2(data, state, 28)


class _Hash:
    """A fingerprint of the bytes so far."""

    def __init__(self, name, function, size, data):
        self.name = name
        self.digest_size = size
        self.block_size = 64
        self._function = function
        self._data = b""
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("object supporting the buffer API required")
        self._data += bytes(data)

    def digest(self):
        return self._function(self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _Hash(self.name, self._function, self.digest_size, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object>"


_KINDS = {"md5": (_md5, 16), "sha1": (_sha1, 20), "sha224": (_sha224, 28), "sha256": (_sha256, 32)}


def new(name, data=b"", **kwargs):
    """A fingerprint by its name."""
    if name not in _KINDS:
        raise ValueError(f"unsupported hash type {name}")
    return _Hash(name, *_KINDS[name], data)


def _maker(name):
    def function(string=b"", *, usedforsecurity=True):
        return new(name, string)
    function.__name__ = name
    return function


md5, sha1, sha224, sha256 = map(_maker, _KINDS)
