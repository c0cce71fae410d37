import PythonRuntime
import Tensors

/// Sums, products and integrals of polynomials, highest power first.
enum NumPyPolynomialArithmetic {
    static func define(_ m: NumPyDefinitions) {
        m.def("polyadd(a1, a2)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            try sum(a.tensor, b.tensor, in: python) { try $0 + $1 }
        }
        m.def("polysub(a1, a2)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            try sum(a.tensor, b.tensor, in: python) { try $0 - $1 }
        }
        m.def("polymul(a1, a2)") { (python: Interpreter, a: ArrayLike, b: ArrayLike) -> Value in
            let type = Promotion.joint(a.tensor.dtype, b.tensor.dtype)
            let (x, y) = (a.tensor.doubles, b.tensor.doubles)
            return python.ndarray(try Tensor(product(x, y)).cast(to: type))
        }
        m.def("polydiv(u, v)") { (python: Interpreter, u: ArrayLike, v: ArrayLike) -> Value in
            let divisor = v.tensor.doubles
            var rest = u.tensor.doubles
            guard let lead = divisor.first, lead != 0 else {
                throw python.error(
                    "ZeroDivisionError", "division by a polynomial that begins with 0")
            }
            var quotient: [Double] = []
            for place in 0..<max(rest.count - divisor.count + 1, 0) {
                let factor = rest[place] / lead
                quotient.append(factor)
                for (offset, term) in divisor.enumerated() { rest[place + offset] -= factor * term }
            }
            let tail = Array(rest.suffix(divisor.count - 1).drop { abs($0) < 1e-14 })
            return .tuple(
                [
                    python.ndarray(Tensor(quotient.isEmpty ? [0] : quotient)),
                    python.ndarray(Tensor(tail.isEmpty ? [0] : tail)),
                ], in: python)
        }
        m.def("polyint(p, m=1, k=None)") {
            (python: Interpreter, p: ArrayLike, times: Int, constant: Double?) -> Value in
            var factors = p.tensor.doubles
            for _ in 0..<max(0, min(times, 64)) {
                let degree = factors.count
                factors = factors.enumerated().map { $0.element / Double(degree - $0.offset) }
                factors.append(constant ?? 0)
            }
            return python.ndarray(Tensor(factors))
        }
        m.def("poly(seq_of_zeros)") { (python: Interpreter, roots: ArrayLike) -> Value in
            guard roots.tensor.rank == 1 else {
                throw python.error("NotImplementedError", "np.poly is supported for roots only")
            }
            return python.ndarray(
                Tensor(roots.tensor.doubles.reduce([1.0]) { product($0, [1, -$1]) }))
        }
    }

    private static func product(_ a: [Double], _ b: [Double]) -> [Double] {
        guard !a.isEmpty, !b.isEmpty else { return [0] }
        var result = Array(repeating: 0.0, count: a.count + b.count - 1)
        for (i, x) in a.enumerated() {
            for (j, y) in b.enumerated() { result[i + j] += x * y }
        }
        return result
    }

    private static func sum(
        _ a: Tensor, _ b: Tensor, in python: Interpreter, _ body: (Tensor, Tensor) throws -> Tensor
    ) throws -> Value {
        let type = Promotion.joint(a.dtype, b.dtype)
        let length = max(a.count, b.count)
        let parts = try [a, b].map { part in
            let zeros = Tensor(zeros: [length - part.count], type)
            return try Tensor.concatenate([zeros, part.cast(to: type).flattened()], axis: 0)
        }
        return python.ndarray(try body(parts[0], parts[1]))
    }
}
