import Glibc
import PythonRuntime
import PythonSyntax

extension MathModule {
    /// Sums, products and distances of many numbers.
    static func defineSums(_ m: ModuleBuilder) {
        m.def("fsum(seq, /)\n\nThe sum of floats, rounded once.") {
            (python: Interpreter, values: [Double]) in try exactSum(values, python)
        }
        m.def("prod(iterable, /, *, start=1)\n\nThe product of the items and a start.") {
            (python: Interpreter, items: Value, start: Value) -> Value in
            var result = start
            try python.forEach(items) { result = try python.binary(.multiply, result, $0) }
            return result
        }
        m.def("hypot(*coordinates)\n\nThe distance from the origin.") {
            (_: Interpreter, values: [Double]) in norm(values)
        }
        m.def("dist(p, q, /)\n\nThe distance between two points.") {
            (python: Interpreter, p: [Value], q: [Value]) -> Double in
            guard p.count == q.count else {
                throw python.valueError("both points must have the same number of dimensions")
            }
            let p = try p.map { try Double.from($0, in: python) }
            let q = try q.map { try Double.from($0, in: python) }
            return norm(zip(p, q).map { $0 - $1 })
        }
    }

    /// The square root of the sum of squares; squares and sum are kept in two doubles each.
    private static func norm(_ values: [Double]) -> Double {
        let largest = values.map { abs($0) }.max() ?? 0
        if values.contains(where: \.isInfinite) { return .infinity }
        if values.contains(where: \.isNaN) { return .nan }
        if largest == 0 || values.count == 1 { return largest }
        let scale = Double(sign: .plus, exponent: -largest.exponent, significand: 1)
        guard scale.isFinite else { return norm(values.map { $0 * 0x1p200 }) / 0x1p200 }
        var (sum, rest) = (0.0, 0.0)
        func add(_ x: Double, _ y: Double) {
            let square = x * y
            let total = sum + square
            let error =
                abs(sum) >= abs(square) ? (sum - total) + square : (square - total) + sum
            (sum, rest) = (total, rest + error + fma(x, y, -square))
        }
        for value in values { add(value * scale, value * scale) }
        let root = (sum + rest).squareRoot()
        add(-root, root)
        return (root + (sum + rest) / (2 * root)) / scale
    }

    /// The sum with one rounding: parts that do not overlap, as Shewchuk adds them.
    static func exactSum(_ values: [Double], _ python: Interpreter) throws -> Double {
        var parts: [Double] = []
        var (special, infinities) = (0.0, 0.0)
        for value in values {
            guard value.isFinite else {
                special += value
                if value.isInfinite { infinities += value }
                continue
            }
            try add(value, to: &parts, python)
        }
        if infinities.isNaN { throw python.valueError("-inf + inf in fsum") }
        return special == 0 ? rounded(parts) : special
    }

    private static func add(_ value: Double, to parts: inout [Double], _ python: Interpreter) throws
    {
        var x = value
        var kept = 0
        for part in parts {
            let (large, small) = abs(x) < abs(part) ? (part, x) : (x, part)
            let high = large + small
            let low = small - (high - large)
            if low != 0 {
                parts[kept] = low
                kept += 1
            }
            x = high
        }
        parts.removeSubrange(kept...)
        guard x.isFinite else {
            throw python.error("OverflowError", "intermediate overflow in fsum")
        }
        parts.append(x)
    }

    /// The parts' sum; a tie is broken by the next part.
    private static func rounded(_ parts: [Double]) -> Double {
        guard var high = parts.last else { return 0 }
        var index = parts.count - 1
        var low = 0.0
        while index > 0, low == 0 {
            let x = high
            index -= 1
            high = x + parts[index]
            low = parts[index] - (high - x)
        }
        if index > 0, (low < 0) == (parts[index - 1] < 0) {
            let twice = low * 2
            let x = high + twice
            if twice == x - high { high = x }
        }
        return high
    }
}
