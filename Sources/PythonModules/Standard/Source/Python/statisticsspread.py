# Variance, deviation, and how two samples go together.


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
