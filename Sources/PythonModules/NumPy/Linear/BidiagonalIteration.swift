/// The singular values of an upper bidiagonal matrix, by Demmel's and Kahan's implicit QR steps as LAPACK takes
/// them, which decides the signs of the vectors.
struct BidiagonalIteration {
    private(set) var d: [Double]
    private var e: [Double]
    /// The left vectors in columns.
    private(set) var u: Matrix
    /// The right vectors in rows.
    private(set) var vt: Matrix

    private static let epsilon = 0x1p-53
    /// Steps a value may take, of LAPACK's.
    private static let stepsForOne = 6
    private let tolerance: Double
    private var threshold = 0.0

    /// Turns the diagonals of a matrix into values and vectors.
    init(diagonal: [Double], above: [Double]) {
        d = diagonal
        e = above
        u = .identity(diagonal.count)
        vt = .identity(diagonal.count)
        // LAPACK's: the precision times its own eighth root, turned over.
        tolerance = 98.70117169044162 * Self.epsilon
        run()
        makePositive()
        sort()
    }

    private mutating func run() {
        let n = d.count
        guard n > 1 else { return }
        threshold = max(
            tolerance * smallest() / Double(n).squareRoot(),
            Double(Self.stepsForOne * n * n) * Double.leastNormalMagnitude)
        var (last, steps) = (n - 1, Self.stepsForOne * n * n)
        var block = (first: -1, last: -1)
        var isDownward = true
        while last > 0, steps > 0 {
            guard let first = blockStart(last) else {
                last -= 1
                continue
            }
            if first == last - 1 {
                solvePair(first)
                last -= 2
                continue
            }
            if first > block.last || last < block.first || block.last < 0 {
                isDownward = abs(d[first]) >= abs(d[last])
            }
            guard let least = converged(first, last, isDownward) else { continue }
            block = (first, last)
            steps -= last - first
            step(first, last, isDownward, shift: shift(first, last, isDownward, least))
        }
    }

    /// A lower bound of the singular values.
    private func smallest() -> Double {
        var (mu, least) = (abs(d[0]), abs(d[0]))
        for k in 1..<d.count where least > 0 {
            mu = abs(d[k]) * (mu / (mu + abs(e[k - 1])))
            least = min(least, mu)
        }
        return least
    }

    /// Where the block that ends at `last` begins; nil where `last` stands alone.
    private mutating func blockStart(_ last: Int) -> Int? {
        for k in stride(from: last - 1, through: 0, by: -1) where abs(e[k]) <= threshold {
            e[k] = 0
            return k == last - 1 ? nil : k + 1
        }
        return 0
    }

    /// The bound of the block's values; nil where a part of it has split off.
    private mutating func converged(_ first: Int, _ last: Int, _ isDownward: Bool) -> Double? {
        let (edge, end) = isDownward ? (last - 1, last) : (first, first)
        if abs(e[edge]) <= tolerance * abs(d[end]) {
            e[edge] = 0
            return nil
        }
        var mu = abs(d[isDownward ? first : last])
        var least = mu
        let places = Array(first..<last)
        for k in isDownward ? places : places.reversed() {
            if abs(e[k]) <= tolerance * mu {
                e[k] = 0
                return nil
            }
            mu = abs(d[isDownward ? k + 1 : k]) * (mu / (mu + abs(e[k])))
            least = min(least, mu)
        }
        return least
    }

    private func shift(
        _ first: Int, _ last: Int, _ isDownward: Bool, _ least: Double
    ) -> Double {
        var largest = abs(d[last])
        for k in first..<last { largest = max(largest, abs(d[k]), abs(e[k])) }
        if Double(d.count) * tolerance * (least / largest)
            <= max(Self.epsilon, 0.01 * tolerance)
        {
            return 0
        }
        let k = isDownward ? last - 1 : first
        let start = abs(d[isDownward ? first : last])
        let shift = Pair.smallest(d[k], e[k], d[k + 1])
        if start > 0, (shift / start) * (shift / start) < Self.epsilon { return 0 }
        return shift
    }

    private mutating func step(
        _ first: Int, _ last: Int, _ isDownward: Bool, shift: Double
    ) {
        switch (isDownward, shift == 0) {
        case (true, true): plainDown(first, last)
        case (false, true): plainUp(first, last)
        case (true, false): shiftedDown(first, last, shift)
        case (false, false): shiftedUp(first, last, shift)
        }
        let edge = isDownward ? last - 1 : first
        if abs(e[edge]) <= threshold { e[edge] = 0 }
    }

    private mutating func plainDown(_ first: Int, _ last: Int) {
        var (right, left) = (Turn(c: 1, s: 0), Turn(c: 1, s: 0))
        for k in first..<last {
            let r = Turn.of(d[k] * right.c, e[k], &right)
            if k > first { e[k - 1] = left.s * r }
            d[k] = Turn.of(left.c * r, d[k + 1] * right.s, &left)
            vt.turnRows(k, right)
            u.turnColumns(k, left)
        }
        let h = d[last] * right.c
        d[last] = h * left.c
        e[last - 1] = h * left.s
    }

    private mutating func plainUp(_ first: Int, _ last: Int) {
        var (right, left) = (Turn(c: 1, s: 0), Turn(c: 1, s: 0))
        for k in stride(from: last, to: first, by: -1) {
            let r = Turn.of(d[k] * right.c, e[k - 1], &right)
            if k < last { e[k] = left.s * r }
            d[k] = Turn.of(left.c * r, d[k - 1] * right.s, &left)
            vt.turnRows(k - 1, left.back)
            u.turnColumns(k - 1, right.back)
        }
        let h = d[first] * right.c
        d[first] = h * left.c
        e[first] = h * left.s
    }

    private mutating func shiftedDown(_ first: Int, _ last: Int, _ shift: Double) {
        var (right, left) = (Turn(c: 1, s: 0), Turn(c: 1, s: 0))
        var f = (abs(d[first]) - shift) * ((d[first] < 0 ? -1 : 1) + shift / d[first])
        var g = e[first]
        for k in first..<last {
            let r = Turn.of(f, g, &right)
            if k > first { e[k - 1] = r }
            f = right.c * d[k] + right.s * e[k]
            e[k] = right.c * e[k] - right.s * d[k]
            g = right.s * d[k + 1]
            d[k + 1] = right.c * d[k + 1]
            d[k] = Turn.of(f, g, &left)
            f = left.c * e[k] + left.s * d[k + 1]
            d[k + 1] = left.c * d[k + 1] - left.s * e[k]
            if k + 1 < last {
                g = left.s * e[k + 1]
                e[k + 1] = left.c * e[k + 1]
            }
            vt.turnRows(k, right)
            u.turnColumns(k, left)
        }
        e[last - 1] = f
    }

    private mutating func shiftedUp(_ first: Int, _ last: Int, _ shift: Double) {
        var (right, left) = (Turn(c: 1, s: 0), Turn(c: 1, s: 0))
        var f = (abs(d[last]) - shift) * ((d[last] < 0 ? -1 : 1) + shift / d[last])
        var g = e[last - 1]
        for k in stride(from: last, to: first, by: -1) {
            let r = Turn.of(f, g, &right)
            if k < last { e[k] = r }
            f = right.c * d[k] + right.s * e[k - 1]
            e[k - 1] = right.c * e[k - 1] - right.s * d[k]
            g = right.s * d[k - 1]
            d[k - 1] = right.c * d[k - 1]
            d[k] = Turn.of(f, g, &left)
            f = left.c * e[k - 1] + left.s * d[k - 1]
            d[k - 1] = left.c * d[k - 1] - left.s * e[k - 1]
            if k > first + 1 {
                g = left.s * e[k - 2]
                e[k - 2] = left.c * e[k - 2]
            }
            vt.turnRows(k - 1, left.back)
            u.turnColumns(k - 1, right.back)
        }
        e[first] = f
    }

    private mutating func solvePair(_ k: Int) {
        let pair = Pair(d[k], e[k], d[k + 1])
        (d[k], e[k], d[k + 1]) = (pair.largest, 0, pair.smallest)
        vt.turnRows(k, pair.right)
        u.turnColumns(k, pair.left)
    }

    private mutating func makePositive() {
        for k in d.indices where d[k] < 0 {
            d[k] = -d[k]
            for column in 0..<vt.columns { vt[k, column] = -vt[k, column] }
        }
    }

    private mutating func sort() {
        for end in stride(from: d.count - 1, to: 0, by: -1) {
            var least = 0
            for k in 1...end where d[k] <= d[least] { least = k }
            guard least != end else { continue }
            d.swapAt(least, end)
            for k in d.indices {
                (vt[least, k], vt[end, k]) = (vt[end, k], vt[least, k])
                (u[k, least], u[k, end]) = (u[k, end], u[k, least])
            }
        }
    }
}

/// A rotation by its cosine and its sine.
struct Turn {
    var c: Double
    var s: Double

    /// The rotation the other way.
    var back: Turn { Turn(c: c, s: -s) }

    /// Sets `turn` to the one that brings (f, g) to (r, 0), and gives r.
    static func of(_ f: Double, _ g: Double, _ turn: inout Turn) -> Double {
        if g == 0 {
            turn = Turn(c: 1, s: 0)
            return f
        }
        if f == 0 {
            turn = Turn(c: 0, s: g < 0 ? -1 : 1)
            return abs(g)
        }
        let length = (f * f + g * g).squareRoot()
        let r = f < 0 ? -length : length
        turn = Turn(c: abs(f) / length, s: g / r)
        return r
    }
}

extension Matrix {
    /// Turns row `k` and the next one.
    mutating func turnRows(_ k: Int, _ turn: Turn) {
        for column in 0..<columns {
            let (x, y) = (self[k, column], self[k + 1, column])
            self[k + 1, column] = turn.c * y - turn.s * x
            self[k, column] = turn.s * y + turn.c * x
        }
    }

    /// Turns column `k` and the next one.
    mutating func turnColumns(_ k: Int, _ turn: Turn) {
        for row in 0..<rows {
            let (x, y) = (self[row, k], self[row, k + 1])
            self[row, k + 1] = turn.c * y - turn.s * x
            self[row, k] = turn.s * y + turn.c * x
        }
    }
}
