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
