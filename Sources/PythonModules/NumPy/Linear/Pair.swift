/// The singular values and vectors of [f g; 0 h], as LAPACK computes them.
struct Pair {
    let smallest: Double
    let largest: Double
    let left: Turn
    let right: Turn

    init(_ f: Double, _ g: Double, _ h: Double) {
        let swaps = abs(h) > abs(f)
        let (ft, ht) = swaps ? (h, f) : (f, h)
        let parts = Self.ordered(ft, g, ht)
        (left, right) =
            swaps
            ? (Turn(c: parts.right.s, s: parts.right.c), Turn(c: parts.left.s, s: parts.left.c))
            : (parts.left, parts.right)
        let sign: Double
        if abs(g) > max(abs(f), abs(h)) {
            sign = Self.sign(right.s) * Self.sign(left.c) * Self.sign(g)
        } else if swaps {
            sign = Self.sign(right.s) * Self.sign(left.s) * Self.sign(h)
        } else {
            sign = Self.sign(right.c) * Self.sign(left.c) * Self.sign(f)
        }
        largest = abs(parts.largest) * sign
        smallest = abs(parts.smallest) * sign * Self.sign(f) * Self.sign(h)
    }

    private static func sign(_ x: Double) -> Double { x.sign == .minus ? -1 : 1 }

    /// The same where f is at least as far from zero as h.
    private static func ordered(
        _ f: Double, _ g: Double, _ h: Double
    ) -> (smallest: Double, largest: Double, left: Turn, right: Turn) {
        let (fa, ga, ha) = (abs(f), abs(g), abs(h))
        if ga == 0 { return (ha, fa, Turn(c: 1, s: 0), Turn(c: 1, s: 0)) }
        if ga > fa, fa / ga < 0x1p-53 {
            let least = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha
            return (least, ga, Turn(c: 1, s: h / g), Turn(c: f / g, s: 1))
        }
        let d = fa - ha
        let l = d == fa ? 1 : d / fa
        let m = g / f
        let t = 2 - l
        let s = (t * t + m * m).squareRoot()
        let r = l == 0 ? abs(m) : (l * l + m * m).squareRoot()
        let a = 0.5 * (s + r)
        let slope: Double
        if m * m != 0 {
            slope = (m / (s + t) + m / (r + l)) * (1 + a)
        } else {
            slope = l == 0 ? 2 * sign(f) * sign(g) : g / (d * sign(f)) + m / t
        }
        let length = (slope * slope + 4).squareRoot()
        let (c, n) = (2 / length, slope / length)
        return (
            ha / a, fa * a, Turn(c: (c + n * m) / a, s: (h / f) * n / a), Turn(c: c, s: n)
        )
    }

    /// The smaller singular value of [f g; 0 h].
    static func smallest(_ f: Double, _ g: Double, _ h: Double) -> Double {
        let (least, most, ga) = (min(abs(f), abs(h)), max(abs(f), abs(h)), abs(g))
        guard least > 0 else { return 0 }
        let (sum, gap) = (1 + least / most, (most - least) / most)
        if ga < most {
            let square = (ga / most) * (ga / most)
            return least
                * (2 / ((sum * sum + square).squareRoot() + (gap * gap + square).squareRoot()))
        }
        let ratio = most / ga
        guard ratio > 0 else { return least * most / ga }
        let (x, y) = (sum * ratio, gap * ratio)
        return (least * (1 / ((1 + x * x).squareRoot() + (1 + y * y).squareRoot()))) * ratio * 2
    }
}
