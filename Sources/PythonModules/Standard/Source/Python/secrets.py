"""Random values that nobody can guess."""

import os as _os

__all__ = ["choice", "compare_digest", "randbelow", "randbits", "token_bytes", "token_hex",
           "token_urlsafe"]


def token_bytes(nbytes=None):
    return _os.urandom(32 if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    import base64
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def randbits(k):
    return int.from_bytes(token_bytes((k + 7) // 8), "big") >> (-k % 8)


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    count = exclusive_upper_bound.bit_length()
    number = randbits(count)
    while number >= exclusive_upper_bound:
        number = randbits(count)
    return number


def choice(sequence):
    return sequence[randbelow(len(sequence))]


def compare_digest(a, b):
    return a == b
