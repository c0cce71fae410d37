"""The rarer special functions of `tf.math`, element by element."""
import math

import numpy as np
import tensorflow as tf

_TINY = 1e-300


def _each(function, *parts):
    given = [tf.convert_to_tensor(part) for part in parts]
    kind = next((part.dtype for part, own in zip(given, parts)
                 if isinstance(own, (tf.Tensor, tf.Variable, np.ndarray))), given[0].dtype)
    arrays = np.broadcast_arrays(*[np.asarray(part.numpy(), dtype=np.float64) for part in given])
    found = [function(*map(float, numbers)) for numbers in zip(*[a.ravel() for a in arrays])]
    return tf.constant(np.array(found).reshape(arrays[0].shape), dtype=kind)


def _gamma_parts(a, x):
    """The lower and the upper part of the gamma function, as shares of the whole."""
    if x < 0 or a <= 0:
        return math.nan, math.nan
    if x == 0:
        return 0.0, 1.0
    if math.isinf(x):
        return 1.0, 0.0
    scale = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = total = 1.0 / a
        n = a
        while abs(term) > abs(total) * 1e-17:
            n += 1
            term *= x / n
            total += term
        return total * scale, 1 - total * scale
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    h = d
    for i in range(1, 500):
        factor = -i * (i - a)
        b += 2
        d = factor * d + b or _TINY
        c = b + factor / c or _TINY
        d = 1 / d
        h *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return 1 - scale * h, scale * h


def igamma(a, x, name=None):
    return _each(lambda p, q: _gamma_parts(p, q)[0], a, x)


def igammac(a, x, name=None):
    return _each(lambda p, q: _gamma_parts(p, q)[1], a, x)


def _beta_fraction(a, b, x):
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or _TINY)
    h = d
    for m in range(1, 500):
        for factor in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                       -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / (1 + factor * d or _TINY)
            c = 1 + factor / c or _TINY
            h *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return h


def _beta_share(a, b, x):
    if not 0 <= x <= 1:
        return math.nan
    if x in (0.0, 1.0):
        return x
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                     + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _beta_fraction(a, b, x) / a
    return 1 - front * _beta_fraction(b, a, 1 - x) / b


def betainc(a, b, x, name=None):
    return _each(_beta_share, a, b, x)


def _mean(function, end, count=400):
    """The mean of a smooth function over a whole period, or half a symmetric one."""
    step = end / count
    return (sum(function(step * i) for i in range(1, count))
            + (function(0.0) + function(end)) / 2) / count


def _first_kind(order, scaled):
    def value(x):
        shift = abs(x) if scaled else 0.0
        return _mean(lambda t: math.exp(x * math.cos(t) - shift) * math.cos(order * t), math.pi)
    return value


def _oscillating(order):
    return lambda x: _mean(lambda t: math.cos(order * t - x * math.sin(t)), math.pi)


def _second_kind(order, scaled):
    def value(x):
        if x <= 0:
            return math.inf if x == 0 else math.nan
        shift = x if scaled else 0.0
        step, total, t = 0.01, 0.5 * math.exp(shift - x), 0.01
        while True:
            part = math.exp(shift - x * math.cosh(t)) * math.cosh(order * t)
            total += part
            if part < total * 1e-18:
                return total * step
            t += step
    return value


def _named(function):
    return lambda x, name=None: _each(function, x)


bessel_i0, bessel_i1 = _named(_first_kind(0, False)), _named(_first_kind(1, False))
bessel_i0e, bessel_i1e = _named(_first_kind(0, True)), _named(_first_kind(1, True))
bessel_k0, bessel_k1 = _named(_second_kind(0, False)), _named(_second_kind(1, False))
bessel_k0e, bessel_k1e = _named(_second_kind(0, True)), _named(_second_kind(1, True))
bessel_j0, bessel_j1 = _named(_oscillating(0)), _named(_oscillating(1))


def _integral(function, end, count=2000):
    step = end / count
    inner = sum((4 if i % 2 else 2) * function(step * i) for i in range(1, count))
    return step / 3 * (function(0.0) + inner + function(end))


fresnel_cos = _named(lambda x: _integral(lambda t: math.cos(math.pi * t * t / 2), x))
fresnel_sin = _named(lambda x: _integral(lambda t: math.sin(math.pi * t * t / 2), x))
dawsn = _named(lambda x: _integral(lambda t: math.exp(t * t - x * x), x))


def _exponential(x):
    if x <= 0:
        return -math.inf if x == 0 else math.nan
    total, term, n = 0.5772156649015329 + math.log(x), 1.0, 0
    while True:
        n += 1
        term *= x / n
        total += term / n
        if term / n < abs(total) * 1e-17:
            return total


def _dilogarithm(x):
    if x < 0:
        return math.nan
    if x == 0:
        return math.pi ** 2 / 6
    if x > 2:
        return -_dilogarithm(1 / x) - math.log(x) ** 2 / 2
    if x < 0.5:
        return math.pi ** 2 / 6 - math.log(x) * math.log1p(-x) - _dilogarithm(1 - x)
    if x > 1.5:
        return -_dilogarithm(1 / x) - math.log(x) ** 2 / 2
    z, total, power = 1 - x, 0.0, 1.0
    for n in range(1, 200):
        power *= z
        total += power / (n * n)
    return total


expint, spence = _named(_exponential), _named(_dilogarithm)


def nextafter(x1, x2, name=None):
    a, b = tf.convert_to_tensor(x1), tf.convert_to_tensor(x2)
    return tf.constant(np.nextafter(a.numpy(), b.numpy()), dtype=a.dtype)


class special:
    """`tf.math.special`."""


for _name in ("bessel_i0", "bessel_i1", "bessel_i0e", "bessel_i1e", "bessel_k0", "bessel_k1",
              "bessel_k0e", "bessel_k1e", "bessel_j0", "bessel_j1", "fresnel_cos", "fresnel_sin",
              "dawsn", "expint", "spence"):
    setattr(special, _name, staticmethod(globals()[_name]))
