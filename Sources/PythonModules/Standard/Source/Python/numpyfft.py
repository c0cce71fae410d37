"""Discrete Fourier transforms."""
import math

import numpy as np

__all__ = ["fft", "ifft", "rfft", "irfft", "hfft", "ihfft", "fft2", "ifft2", "rfft2", "fftn",
           "ifftn", "fftfreq", "rfftfreq", "fftshift", "ifftshift"]


def _root(k, n):
    """exp(-2*pi*i*k/n), exact in the quarters, eighths and twelfths of the circle."""
    k %= n
    part, rest = divmod(24 * k, n)
    if rest == 0 and (part % 2 == 0 or part % 3 == 0):
        third, half = math.sqrt(0.75), math.sqrt(0.5)
        cosines = {0: 1.0, 2: third, 3: half, 4: 0.5, 6: 0.0, 8: -0.5, 9: -half, 10: -third,
                   12: -1.0}
        sine = (part - 6) % 24
        return complex(cosines[min(part, 24 - part)], -cosines[min(sine, 24 - sine)])
    angle = -2 * math.pi * k / n
    return complex(math.cos(angle), math.sin(angle))


def _least_factor(n):
    factor = 2
    while factor * factor <= n:
        if n % factor == 0:
            return factor
        factor += 1
    return n


def _small(t, roots, stride):
    """The transform of a prime number of values, which pairs what lies opposite."""
    p = len(t)
    if p == 2:
        return [t[0] + t[1], t[0] - t[1]]
    pairs = [(t[r] + t[p - r], t[r] - t[p - r]) for r in range(1, (p + 1) // 2)]
    total = len(roots)
    first = t[0]
    for sum, _ in pairs:
        first = first + sum
    result = [first] * p
    for k in range(1, (p + 1) // 2):
        even, odd = t[0], 0j
        for r, (sum, difference) in enumerate(pairs, 1):
            root = roots[r * k * stride % total]
            even = even + sum * root.real
            odd = odd + complex(-difference.imag, difference.real) * root.imag
        result[k] = even + odd
        result[p - k] = even - odd
    return result


def _transform(x, roots, stride):
    """The transform of a list; `roots` has those of the whole length, `stride` apart for this one."""
    n = len(x)
    if n == 1:
        return x
    p = _least_factor(n)
    m = n // p
    parts = [_transform(x[r::p], roots, stride * p) for r in range(p)]
    total = len(roots)
    result = [0j] * n
    for k in range(m):
        turned = [parts[0][k]]
        for r in range(1, p):
            turned.append(parts[r][k] * roots[r * k * stride % total] if k else parts[r][k])
        for place, value in enumerate(_small(turned, roots, total // p)):
            result[place * m + k] = value
    return result


def _line(x, inverse, scale):
    n = len(x)
    roots = [_root(k, n) for k in range(n)]
    if inverse:
        roots = [root.conjugate() for root in roots]
    return [value * scale for value in _transform([complex(v) for v in x], roots, 1)]


def _scale(n, norm, inverse):
    if norm not in (None, "backward", "ortho", "forward"):
        raise ValueError(
            f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')
    if norm == "ortho":
        return 1 / math.sqrt(n)
    return 1 / n if inverse == (norm != "forward") else 1


def _length(n):
    if n < 1:
        raise ValueError(f"Invalid number of FFT data points ({n}) specified.")


def _run(a, n, axis, norm, inverse):
    a = np.asarray(a)
    if n is None:
        n = a.shape[axis]
    _length(n)
    a = np.moveaxis(a, axis, -1)
    if a.shape[-1] < n:
        a = np.pad(a, [(0, 0)] * (a.ndim - 1) + [(0, n - a.shape[-1])])
    a = a[..., :n]
    lead = a.shape[:-1]
    scale = _scale(n, norm, inverse)
    rows = [_line(row.tolist(), inverse, scale) for row in a.reshape(-1, n)]
    return np.moveaxis(np.array(rows, dtype=np.complex128).reshape(lead + (n,)), -1, axis)


def fft(a, n=None, axis=-1, norm=None):
    return _run(a, n, axis, norm, False)


def ifft(a, n=None, axis=-1, norm=None):
    return _run(a, n, axis, norm, True)


def rfft(a, n=None, axis=-1, norm=None):
    full = _run(a, n, axis, norm, False)
    return np.take(full, np.arange(full.shape[axis] // 2 + 1), axis=axis)


def irfft(a, n=None, axis=-1, norm=None):
    a = np.moveaxis(np.asarray(a, dtype=np.complex128), axis, -1)
    if n is None:
        n = 2 * (a.shape[-1] - 1)
    _length(n)
    half = n // 2 + 1
    if a.shape[-1] < half:
        a = np.pad(a, [(0, 0)] * (a.ndim - 1) + [(0, half - a.shape[-1])])
    a = a[..., :half].copy()
    a[..., 0] = a[..., 0].real
    if n % 2 == 0:
        a[..., -1] = a[..., -1].real
    mirror = a[..., 1:(n + 1) // 2][..., ::-1].conj()
    full = np.concatenate([a, mirror], axis=-1)
    return np.moveaxis(_run(full, n, -1, norm, True).real.copy(), -1, axis)


_OTHER = {None: "forward", "backward": "forward", "forward": "backward", "ortho": "ortho"}


def hfft(a, n=None, axis=-1, norm=None):
    a = np.asarray(a)
    if n is None:
        n = 2 * (a.shape[axis] - 1)
    return irfft(np.conj(a), n, axis, norm=_OTHER[norm])


def ihfft(a, n=None, axis=-1, norm=None):
    return np.conj(rfft(a, n, axis, norm=_OTHER[norm]))


def _axes(a, s, axes):
    a = np.asarray(a)
    if axes is None:
        axes = range(a.ndim) if s is None else range(a.ndim - len(s), a.ndim)
    axes = list(axes)
    return a, [None] * len(axes) if s is None else list(s), axes


def fftn(a, s=None, axes=None, norm=None):
    a, s, axes = _axes(a, s, axes)
    for n, axis in reversed(list(zip(s, axes))):
        a = fft(a, n, axis, norm)
    return a


def ifftn(a, s=None, axes=None, norm=None):
    a, s, axes = _axes(a, s, axes)
    for n, axis in reversed(list(zip(s, axes))):
        a = ifft(a, n, axis, norm)
    return a


def fft2(a, s=None, axes=(-2, -1), norm=None):
    return fftn(a, s, axes, norm)


def ifft2(a, s=None, axes=(-2, -1), norm=None):
    return ifftn(a, s, axes, norm)


def rfft2(a, s=None, axes=(-2, -1), norm=None):
    a, s, axes = _axes(a, s, axes)
    a = rfft(a, s[-1], axes[-1], norm)
    return fftn(a, s[:-1], axes[:-1], norm) if len(axes) > 1 else a


def _whole(n):
    if not isinstance(n, (int, np.integer)):
        raise ValueError("n should be an integer")


def fftfreq(n, d=1.0):
    _whole(n)
    places = np.concatenate([np.arange(0, (n - 1) // 2 + 1), np.arange(-(n // 2), 0)])
    return places * (1.0 / (n * d))


def rfftfreq(n, d=1.0):
    _whole(n)
    return np.arange(0, n // 2 + 1) * (1.0 / (n * d))


def _shift(x, axes, direction):
    x = np.asarray(x)
    if axes is None:
        axes = range(x.ndim)
    elif isinstance(axes, int):
        axes = [axes]
    for axis in axes:
        length = x.shape[axis]
        x = np.roll(x, length // 2 if direction > 0 else -(length // 2), axis)
    return x


def fftshift(x, axes=None):
    return _shift(x, axes, 1)


def ifftshift(x, axes=None):
    return _shift(x, axes, -1)
