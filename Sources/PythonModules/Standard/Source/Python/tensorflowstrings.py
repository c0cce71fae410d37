"""What few notes need of `tf.strings`."""
import numpy as np
import tensorflow as tf

_MASK = (1 << 64) - 1
_K0, _K1, _K2 = 0xC3A5C85C97CB3127, 0xB492B66FBE98F273, 0x9AE16A3B2F90404F


def _word(data, place, size=8):
    return int.from_bytes(data[place:place + size], "little")


def _turn(value, by):
    value &= _MASK
    return (value >> by | value << 64 - by) & _MASK


def _mixed(value):
    value &= _MASK
    return value ^ value >> 47


def _pair(u, v, factor):
    a = _mixed(((u ^ v) & _MASK) * factor)
    b = _mixed(((v ^ a) & _MASK) * factor)
    return b * factor & _MASK


def _weak(data, place, a, b):
    w, x, y, z = (_word(data, place + 8 * k) for k in range(4))
    a += w
    b = _turn(b + a + z, 21)
    c = a
    a += x + y
    return (a + z) & _MASK, (b + _turn(a, 44) + c) & _MASK


def fingerprint(data):
    """The hash that TensorFlow puts texts into buckets by."""
    length = len(data)
    factor = _K2 + 2 * length & _MASK
    if length == 0:
        return _K2
    if length < 4:
        y = data[0] + (data[length >> 1] << 8)
        z = length + (data[-1] << 2)
        return _mixed(y * _K2 ^ z * _K0) * _K2 & _MASK
    if length < 8:
        return _pair(length + (_word(data, 0, 4) << 3), _word(data, length - 4, 4), factor)
    if length <= 16:
        a, b = _word(data, 0) + _K2 & _MASK, _word(data, length - 8)
        c = _turn(b, 37) * factor + a & _MASK
        return _pair(c, (_turn(a, 25) + b) * factor & _MASK, factor)
    if length <= 64:
        a = _word(data, 0) * (_K1 if length <= 32 else _K2) & _MASK
        b = _word(data, 8)
        c = _word(data, length - 8) * factor & _MASK
        d = _word(data, length - 16) * _K2 & _MASK
        y = _turn(a + b, 43) + _turn(c, 30) + d & _MASK
        z = _pair(y, a + _turn(b + _K2, 18) + c & _MASK, factor)
        if length <= 32:
            return z
        e, f = _word(data, 16) * factor & _MASK, _word(data, 24)
        g = (y + _word(data, length - 32)) * factor & _MASK
        h = (z + _word(data, length - 24)) * factor & _MASK
        return _pair(_turn(e + f, 43) + _turn(g, 30) + h & _MASK,
                     e + _turn(f + a, 18) + g & _MASK, factor)
    return _long(data)


def _long(data):
    length = len(data)
    y = 81 * _K1 + 113 & _MASK
    z = _mixed(y * _K2 + 113) * _K2 & _MASK
    x = 81 * _K2 + _word(data, 0) & _MASK
    v, w = (0, 0), (0, 0)

    def step(place, factor, x, y, z, v, w, isLast):
        x = _turn(x + y + v[0] + _word(data, place + 8), 37) * factor & _MASK
        y = _turn(y + v[1] + _word(data, place + 48), 42) * factor & _MASK
        x ^= (9 * w[1] if isLast else w[1]) & _MASK
        y = y + (9 * v[0] if isLast else v[0]) + _word(data, place + 40) & _MASK
        z = _turn(z + w[0], 33) * factor & _MASK
        v = _weak(data, place, v[1] * factor & _MASK, x + w[0] & _MASK)
        w = _weak(data, place + 32, z + w[1] & _MASK, y + _word(data, place + 16) & _MASK)
        return z, y, x, v, w

    end = (length - 1) // 64 * 64
    for place in range(0, end, 64):
        x, y, z, v, w = step(place, _K1, x, y, z, v, w, False)
    factor = _K1 + ((z & 255) << 1) & _MASK
    w = (w[0] + ((length - 1) & 63) & _MASK, w[1])
    v = (v[0] + w[0] & _MASK, v[1])
    w = (w[0] + v[0] & _MASK, w[1])
    x, y, z, v, w = step(length - 64, factor, x, y, z, v, w, True)
    return _pair(_pair(v[0], w[0], factor) + _mixed(y) * _K0 + z & _MASK,
                 _pair(v[1], w[1], factor) + x & _MASK, factor)


def to_hash_bucket_fast(input, num_buckets, name=None):
    if isinstance(input, tf.RaggedTensor):
        return input.with_flat_values(to_hash_bucket_fast(input.flat_values, num_buckets))
    texts = tf.convert_to_tensor(input, dtype=tf.string)
    flat = tf.reshape(texts, [-1]).numpy().tolist()
    found = [fingerprint(text) % num_buckets for text in flat]
    return tf.reshape(tf.constant(found, dtype=tf.int64), texts.shape)


def _with_offsets(texts, convert, dtype):
    texts = tf.convert_to_tensor(texts, dtype=tf.string)
    rows, places = [], []
    for text in tf.reshape(texts, [-1]).numpy().tolist():
        letters = text.decode("utf-8", "replace")
        rows.append([convert(letter) for letter in letters])
        found, at = [], 0
        for letter in letters:
            found.append(at)
            at += len(letter.encode("utf-8"))
        places.append(found)
    if len(texts.shape) == 0:
        return tf.constant(rows[0], dtype), tf.constant(places[0], tf.int64)
    return (tf.ragged.constant(rows, dtype=dtype, ragged_rank=1),
            tf.ragged.constant(places, dtype=tf.int64, ragged_rank=1))


def unicode_split_with_offsets(input, input_encoding, errors="replace", replacement_char=65533,
                               name=None):
    return _with_offsets(input, lambda letter: letter.encode("utf-8"), tf.string)


def unicode_decode_with_offsets(input, input_encoding, errors="replace", replacement_char=65533,
                                replace_control_characters=False, name=None):
    return _with_offsets(input, ord, tf.int32)


def unsorted_segment_join(inputs, segment_ids, num_segments, separator="", name=None):
    texts = np.ravel(tf.convert_to_tensor(inputs).numpy()).tolist()
    places = np.ravel(tf.convert_to_tensor(segment_ids).numpy()).tolist()
    joined = [[] for _ in range(int(num_segments))]
    for text, place in zip(texts, places):
        joined[place].append(text)
    return tf.constant([separator.encode().join(part) for part in joined])
