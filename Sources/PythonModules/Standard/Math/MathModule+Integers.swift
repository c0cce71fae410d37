import BigInt
import PythonRuntime
import PythonSyntax

extension MathModule {
    /// Functions of integers of any size.
    static func defineIntegers(_ m: ModuleBuilder) {
        m.def("gcd(*integers)\n\nThe greatest common divisor.") {
            (python: Interpreter, integers: [BigInt]) in
            integers.reduce(BigInt(0)) { $0.greatestCommonDivisor(with: $1) }
        }
        m.def("lcm(*integers)\n\nThe least common multiple.") {
            (python: Interpreter, integers: [BigInt]) -> BigInt in
            integers.reduce(BigInt(1)) { result, next in
                if result.isZero || next.isZero { return 0 }
                let divisor = result.greatestCommonDivisor(with: next)
                return BigInt((result / divisor * next).magnitude)
            }
        }
        m.def("factorial(n, /)") { (python: Interpreter, n: BigInt) -> BigInt in
            guard n >= 0 else {
                throw python.valueError("factorial() not defined for negative values")
            }
            guard let count = Int(exactly: n), count < 1 << 24 else {
                throw python.error(
                    "OverflowError",
                    "factorial() argument should not exceed 9223372036854775807")
            }
            return try product(1, max(count, 1), python)
        }
        m.def("isqrt(n, /)") { (python: Interpreter, n: BigInt) -> BigInt in
            guard n >= 0 else {
                throw python.valueError("isqrt() argument must be nonnegative")
            }
            return n.squareRoot()
        }
        m.def("comb(n, k, /)\n\nIn how many ways k of n items can be chosen.") {
            (python: Interpreter, n: BigInt, k: BigInt) -> BigInt in
            let (n, k) = try choice(n, k, python)
            guard k <= n else { return 0 }
            var result = BigInt(1)
            for index in 0..<min(k, n - k) {
                try python.checkInterrupt()
                result = result * BigInt(n - index) / BigInt(index + 1)
            }
            return result
        }
        m.def("perm(n, k=None, /)\n\nIn how many orders k of n items can be chosen.") {
            (python: Interpreter, n: BigInt, k: BigInt?) -> BigInt in
            let (n, k) = try choice(n, k ?? n, python)
            return try k > n ? 0 : k == 0 ? 1 : product(n - k + 1, n, python)
        }
    }

    private static func choice(_ n: BigInt, _ k: BigInt, _ python: Interpreter) throws -> (Int, Int)
    {
        guard n >= 0 else { throw python.valueError("n must be a non-negative integer") }
        guard k >= 0 else { throw python.valueError("k must be a non-negative integer") }
        guard let total = Int(exactly: n), let chosen = Int(exactly: k) else {
            throw python.error(
                "OverflowError", "min(n - k, k) must not exceed 9223372036854775807")
        }
        return (total, chosen)
    }

    /// The product of all integers in a range, halved so that the factors have equal sizes.
    private static func product(_ low: Int, _ high: Int, _ python: Interpreter) throws -> BigInt {
        if high - low < 8 { return (low...high).reduce(BigInt(1)) { $0 * BigInt($1) } }
        let middle = low + (high - low) / 2
        let left = try product(low, middle, python)
        let right = try product(middle + 1, high, python)
        try python.checkInterrupt()
        return left * right
    }
}
