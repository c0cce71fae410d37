import Tensors

/// The eigenvalues of any square matrix, and unit eigenvectors in columns, by shifted QR steps on complex
/// numbers.
struct GeneralEigen {
    private(set) var values: [Complex<Double>]
    /// Column by column.
    private(set) var vectors: [[Complex<Double>]]

    init(_ matrix: Matrix) {
        var schur = ComplexSchur(matrix)
        schur.run()
        let side = matrix.rows
        values = (0..<side).map { schur.t[$0][$0] }
        vectors = (0..<side).map { schur.vector($0) }
    }

    /// Whether all eigenvalues are real.
    var isReal: Bool {
        let size = values.reduce(0.0) { max($0, $1.size) }
        return values.allSatisfy { abs($0.imaginary) <= 1e-12 * max(size, 1e-300) }
    }
}

extension Complex<Double> {
    /// The distance from zero.
    fileprivate var size: Double { (real * real + imaginary * imaginary).squareRoot() }

    fileprivate var conjugate: Self { Self(real, -imaginary) }

    /// A root with a real part that is not negative.
    fileprivate var root: Self {
        let length = size
        let real = ((length + self.real) / 2).squareRoot()
        let imaginary = ((length - self.real) / 2).squareRoot()
        return Self(real, self.imaginary < 0 ? -imaginary : imaginary)
    }
}

/// A = Q·T·Qᴴ with an upper triangle T.
private struct ComplexSchur {
    var t: [[Complex<Double>]]
    private var q: [[Complex<Double>]]
    private let side: Int

    /// Steps that one eigenvalue may take; three are usual.
    private static let stepLimit = 300

    init(_ matrix: Matrix) {
        side = matrix.rows
        t = (0..<matrix.rows).map { row in
            (0..<matrix.columns).map { Complex(matrix[row, $0]) }
        }
        q = (0..<matrix.rows).map { row in
            (0..<matrix.rows).map { Complex($0 == row ? 1 : 0) }
        }
    }

    mutating func run() {
        reduceToHessenberg()
        var last = side - 1
        var steps = 0
        while last > 0 {
            var first = last
            while first > 0 {
                let scale = t[first][first].size + t[first - 1][first - 1].size
                if t[first][first - 1].size <= 1e-16 * max(scale, 1e-300) {
                    t[first][first - 1] = Complex(0)
                    break
                }
                first -= 1
            }
            if first == last || steps > Self.stepLimit {
                last -= 1
                steps = 0
                continue
            }
            steps += 1
            step(first, last, shift(last, exceptional: steps % 11 == 10))
        }
    }

    /// Zeros below the first subdiagonal, by rotations of neighbouring rows.
    private mutating func reduceToHessenberg() {
        guard side > 2 else { return }
        for column in 0..<(side - 2) {
            for row in stride(from: side - 1, to: column + 1, by: -1) where t[row][column].size > 0
            {
                rotate(Rotation(t[row - 1][column], t[row][column]), row - 1, row)
            }
        }
    }

    /// The eigenvalue of the last 2 by 2 block that is nearer to its corner.
    private func shift(_ last: Int, exceptional: Bool) -> Complex<Double> {
        if exceptional { return Complex(t[last][last - 1].size + t[last][last].size) }
        let (a, b) = (t[last - 1][last - 1], t[last - 1][last])
        let (c, d) = (t[last][last - 1], t[last][last])
        let half = (a - d) * Complex(0.5)
        let root = (half * half + b * c).root
        let candidates = [d + half + root, d + half - root]
        return (candidates[0] - d).size < (candidates[1] - d).size ? candidates[0] : candidates[1]
    }

    private mutating func step(_ first: Int, _ last: Int, _ shift: Complex<Double>) {
        for index in first...last { t[index][index] = t[index][index] - shift }
        var rotations: [Rotation] = []
        for index in first..<last {
            let rotation = Rotation(t[index][index], t[index + 1][index])
            rotations.append(rotation)
            applyLeft(rotation, index, index + 1)
        }
        for (offset, rotation) in rotations.enumerated() {
            applyRight(rotation, first + offset, first + offset + 1)
        }
        for index in first...last { t[index][index] = t[index][index] + shift }
    }

    private mutating func rotate(_ rotation: Rotation, _ p: Int, _ q: Int) {
        applyLeft(rotation, p, q)
        applyRight(rotation, p, q)
    }

    private mutating func applyLeft(_ r: Rotation, _ p: Int, _ other: Int) {
        for column in 0..<side {
            let (x, y) = (t[p][column], t[other][column])
            t[p][column] = r.c.conjugate * x + r.s.conjugate * y
            t[other][column] = r.c * y - r.s * x
        }
    }

    private mutating func applyRight(_ r: Rotation, _ p: Int, _ other: Int) {
        for row in 0..<side {
            let (x, y) = (t[row][p], t[row][other])
            t[row][p] = x * r.c + y * r.s
            t[row][other] = y * r.c.conjugate - x * r.s.conjugate
            let (u, v) = (q[row][p], q[row][other])
            q[row][p] = u * r.c + v * r.s
            q[row][other] = v * r.c.conjugate - u * r.s.conjugate
        }
    }

    /// The unit eigenvector of the value at a place on the diagonal.
    func vector(_ place: Int) -> [Complex<Double>] {
        var x = Array(repeating: Complex(0.0), count: side)
        x[place] = Complex(1)
        let scale = t.joined().reduce(1e-300) { max($0, $1.size) }
        for row in stride(from: place - 1, through: 0, by: -1) {
            var sum = Complex(0.0)
            for column in (row + 1)...place { sum = sum + t[row][column] * x[column] }
            var gap = t[row][row] - t[place][place]
            if gap.size < 1e-15 * scale { gap = Complex(1e-15 * scale) }
            x[row] = (Complex(0.0) - sum) / gap
        }
        let result = (0..<side).map { row in
            (0...place).reduce(Complex(0.0)) { $0 + q[row][$1] * x[$1] }
        }
        return Self.normalized(result)
    }

    /// Unit length, turned so that the largest component is real.
    private static func normalized(_ x: [Complex<Double>]) -> [Complex<Double>] {
        let length = x.reduce(0) { $0 + $1.size * $1.size }.squareRoot()
        guard length > 0, let largest = x.max(by: { $0.size < $1.size }) else { return x }
        let turn = largest.conjugate / Complex(largest.size * length)
        return x.map { $0 * turn }
    }
}

/// A rotation that turns (x, y) into (r, 0).
private struct Rotation {
    let c: Complex<Double>
    let s: Complex<Double>

    init(_ x: Complex<Double>, _ y: Complex<Double>) {
        let length = (x.size * x.size + y.size * y.size).squareRoot()
        c = length == 0 ? Complex(1) : x / Complex(length)
        s = length == 0 ? Complex(0) : y / Complex(length)
    }
}
