"""Averages and how values lie around them."""

import math as _math
from collections import Counter as _Counter

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean",
           "geometric_mean", "harmonic_mean", "linear_regression", "mean", "median",
           "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
           "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    """Values that have no such number."""


def _fraction(value):
    try:
        return value.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return value, None
    try:
        return value.numerator, value.denominator
    except AttributeError:
        raise TypeError(
            f"can't convert type '{type(value).__name__}' to numerator/denominator") from None


def _sum(data):
    """The class of the values, their exact sum as numerator and denominator, and their count."""
    count = 0
    classes = set()
    partials = {}
    special = None
    for value in data:
        count += 1
        classes.add(type(value))
        numerator, denominator = _fraction(value)
        if denominator is None:
            special = numerator if special is None else special + numerator
        else:
            partials[denominator] = partials.get(denominator, 0) + numerator
    if special is not None:
        return _kind(classes), (special, None), count
    total, common = 0, 1
    for denominator, numerator in sorted(partials.items()):
        divisor = _math.gcd(common, denominator)
        total = total * (denominator // divisor) + numerator * (common // divisor)
        common *= denominator // divisor
    return _kind(classes), (total, common), count


def _kind(classes):
    kind = int
    for cls in classes - {bool}:
        if cls is kind or issubclass(kind, cls) and kind is not int:
            continue
        if kind is int:
            kind = cls
        elif cls is not int and not (kind is not float and cls is float):
            kind = cls
    return kind


def _converted(numerator, denominator, kind):
    """A fraction as a number of a class."""
    if denominator is None:
        return numerator
    if kind in (int, bool):
        return numerator // denominator if numerator % denominator == 0 \
            else numerator / denominator
    if kind is float:
        return numerator / denominator
    if hasattr(kind, "numerator") and hasattr(kind, "limit_denominator"):
        return kind(numerator, denominator)
    if hasattr(kind, "as_tuple"):
        return kind(numerator) / kind(denominator)
    return kind(numerator / denominator)


def mean(data):
    """The arithmetic mean."""
    kind, (numerator, denominator), count = _sum(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    if denominator is None:
        return numerator / count
    return _converted(numerator, denominator * count, kind)


def fmean(data, weights=None):
    """The arithmetic mean as a float."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = _math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _math.fsum(a * b for a, b in zip(data, weights)) / total


def geometric_mean(data):
    """The root of the product."""
    try:
        return _math.exp(fmean(map(_math.log, data)))
    except ValueError:
        raise StatisticsError(
            "geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    for value in data:
        if value < 0:
            raise StatisticsError("harmonic mean does not support negative values")
    if 0 in data:
        return 0
    if len(data) == 1:
        return data[0]
    kind, (total, common), _ = _sum(
        weight / value if weight else 0 for weight, value in zip(weights, data))
    _, (top, bottom), _ = _sum(weights)
    return _converted(top * common, bottom * total, kind)


def median(data):
    """The middle value."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The middle value, or the lower of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of values that stand for intervals."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    middle = data[len(data) // 2]
    below = sum(value < middle for value in data)
    equal = sum(value == middle for value in data)
    interval = float(interval)
    return float(middle) - interval / 2.0 + interval * (len(data) / 2 - below) / equal


def mode(data):
    """The most frequent value."""
    pairs = _Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    """All values that are most frequent."""
    counts = _Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The values that cut the data into parts of the same size."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        for index in range(1, n):
            place, rest = divmod(index * (count - 1), n)
            result.append((data[place] * (n - rest) + data[place + 1] * rest) / n)
        return result
    if method == "exclusive":
        for index in range(1, n):
            place = min(max(index * (count + 1) // n, 1), count - 1)
            rest = index * (count + 1) - place * n
            result.append((data[place - 1] * (n - rest) + data[place] * rest) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def _squares(data, center=None):
    """The class, the exact sum of squared distances as a fraction, and the count."""
    data = list(data)
    if center is not None:
        kind, total, count = _sum((value - center) ** 2 for value in data)
        return kind, total, count
    kind, (total, common), count = _sum(data)
    if common is None:
        return kind, (total * 0, None), count
    squares, base = 0, 1
    _, (squares, base), _ = _sum_of_squares(data)
    # sum(x²) - sum(x)² / n
    return kind, (squares * common * common * count - total * total * base,
                  base * common * common * max(count, 1)), count


def _sum_of_squares(data):
    partials = {}
    for value in data:
        numerator, denominator = _fraction(value)
        partials[denominator] = partials.get(denominator, 0) + numerator * numerator
    total, common = 0, 1
    for denominator, numerator in sorted(partials.items()):
        square = denominator * denominator
        divisor = _math.gcd(common, square)
        total = total * (square // divisor) + numerator * (common // divisor)
        common *= square // divisor
    return None, (total, common), len(data)


def variance(data, xbar=None):
    """The variance of a sample."""
    kind, (numerator, denominator), count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return _converted(numerator, None if denominator is None else denominator * (count - 1), kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    kind, (numerator, denominator), count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _converted(numerator, None if denominator is None else denominator * count, kind)


def _root(numerator, denominator, kind):
    if denominator is None:
        return _math.sqrt(numerator)
    if hasattr(kind, "as_tuple"):
        return _converted(numerator, denominator, kind).sqrt()
    return _root_of_fraction(numerator, denominator)


def _root_of_fraction(numerator, denominator):
    """The square root of a fraction, rounded once."""
    # An integer root with 109 bits has more than twice the bits of a float.
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        root = _odd_root(numerator, denominator << 2 * shift) << shift
        return float(root)
    return _odd_root(numerator << -2 * shift, denominator) / (1 << -shift)


def _odd_root(numerator, denominator):
    root = _math.isqrt(numerator // denominator)
    return root | (root * root * denominator != numerator)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    kind, (numerator, denominator), count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(numerator, None if denominator is None else denominator * (count - 1), kind)


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    kind, (numerator, denominator), count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(numerator, None if denominator is None else denominator * count, kind)


def covariance(x, y, /):
    """How two samples vary together."""
    count = len(x)
    if len(y) != count:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("covariance requires at least two data points")
    center_x, center_y = _math.fsum(x) / count, _math.fsum(y) / count
    return _math.fsum((a - center_x) * (b - center_y) for a, b in zip(x, y)) / (count - 1)


def correlation(x, y, /):
    """Pearson's correlation of two samples."""
    count = len(x)
    if len(y) != count:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("correlation requires at least two data points")
    center_x, center_y = _math.fsum(x) / count, _math.fsum(y) / count
    both = _math.fsum((a - center_x) * (b - center_y) for a, b in zip(x, y))
    own_x = _math.fsum((a - center_x) ** 2.0 for a in x)
    own_y = _math.fsum((b - center_y) ** 2.0 for b in y)
    try:
        return both / _math.sqrt(own_x * own_y)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


class LinearRegression(tuple):
    """Slope and intercept of a line."""

    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    """The line that is nearest to the points."""
    count = len(x)
    if len(y) != count:
        raise StatisticsError(
            "linear regression requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if proportional:
        both = _math.fsum(a * b for a, b in zip(x, y))
        own = _math.fsum(a * a for a in x)
    else:
        center_x, center_y = _math.fsum(x) / count, _math.fsum(y) / count
        both = _math.fsum((a - center_x) * (b - center_y) for a, b in zip(x, y))
        own = _math.fsum((a - center_x) ** 2.0 for a in x)
    try:
        slope = both / own
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression((slope, 0.0 if proportional else center_y - slope * center_x))


class NormalDist:
    """A normal distribution."""

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        distance = x - self._mu
        return _math.exp(distance * distance / (-2.0 * variance)) / _math.sqrt(
            _math.tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * _math.fabs(factor))

    def __truediv__(self, factor):
        return NormalDist(self._mu / factor, self._sigma / _math.fabs(factor))

    __radd__ = __add__
    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
