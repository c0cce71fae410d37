import PythonRuntime
import Tensors

/// The distributions that both of NumPy's generators have, as methods.
struct Distributions<Source: RandomObject> {
    private let t: NumPyDefinitions

    init(_ t: NumPyDefinitions) { self.t = t }

    /// Defines all of them.
    func define() {
        defineContinuous()
        definePositive()
        defineDiscrete()
        defineVectors()
    }

    /// The object that a method was called on.
    static func source(_ value: Value, _ python: Interpreter) throws -> Source {
        guard let source = value.object as? Source else {
            throw python.typeError("'\(python.typeName(value))' object has no random state")
        }
        return source
    }

    /// A distribution of real numbers, drawn once for each combination of its parameters, which must be in their domains.
    private func real(
        _ literal: String, _ domains: [ParameterDomain] = [],
        _ draw: @escaping (inout Source.Draws, [Double]) -> Double
    ) {
        t.add(
            literal,
            .bound { python, values in
                let parameters = try Parameters(values, domains, in: python)
                let numbers = try Self.source(values[0], python).draw { draws in
                    parameters.rows.map { row in
                        row.contains(where: \.isNaN) ? .nan : draw(&draws, row)
                    }
                }
                return python.drawn(numbers, parameters.size)
            })
    }

    /// A distribution of whole numbers.
    private func whole(
        _ literal: String, _ domains: [ParameterDomain] = [],
        _ draw: @escaping (inout Source.Draws, [Double]) -> Int
    ) {
        t.add(
            literal,
            .bound { python, values in
                let parameters = try Parameters(values, domains, in: python)
                let numbers = try Self.source(values[0], python).draw { draws in
                    parameters.rows.map { draw(&draws, $0) }
                }
                return try python.drawn(numbers, parameters.size)
            })
    }

    private func defineContinuous() {
        real("normal(self, loc=0.0, scale=1.0, size=None)", [.notNegative(1, "scale")]) {
            $0.normal(mean: $1[0], deviation: $1[1])
        }
        real("uniform(self, low=0.0, high=1.0, size=None)", [.finiteRange]) {
            $0.uniform($1[0], $1[1])
        }
        real("laplace(self, loc=0.0, scale=1.0, size=None)", [.notNegative(1, "scale")]) {
            $0.laplace(mean: $1[0], scale: $1[1])
        }
        real("logistic(self, loc=0.0, scale=1.0, size=None)", [.notNegative(1, "scale")]) {
            $0.logistic(mean: $1[0], scale: $1[1])
        }
        real("gumbel(self, loc=0.0, scale=1.0, size=None)", [.notNegative(1, "scale")]) {
            $0.gumbel(mode: $1[0], scale: $1[1])
        }
        real("triangular(self, left, mode, right, size=None)", [.ordered]) {
            $0.triangular(low: $1[0], mode: $1[1], high: $1[2])
        }
        real("vonmises(self, mu, kappa, size=None)", [.notNegative(1, "kappa")]) {
            $0.vonMises(mean: $1[0], concentration: $1[1])
        }
        real("standard_t(self, df, size=None)", [.positive(0, "df")]) {
            $0.studentT(freedom: $1[0])
        }
        real("standard_cauchy(self, size=None)") { draws, _ in draws.standardCauchy() }
    }

    private func definePositive() {
        real("lognormal(self, mean=0.0, sigma=1.0, size=None)", [.notNegative(1, "sigma")]) {
            $0.logNormal(mean: $1[0], deviation: $1[1])
        }
        real("exponential(self, scale=1.0, size=None)", [.notNegative(0, "scale")]) {
            $0.exponential(scale: $1[0])
        }
        real(
            "gamma(self, shape, scale=1.0, size=None)",
            [.notNegative(0, "shape"), .notNegative(1, "scale")]
        ) { $0.gamma(shape: $1[0], scale: $1[1]) }
        real("beta(self, a, b, size=None)", [.positive(0, "a"), .positive(1, "b")]) {
            $0.beta($1[0], $1[1])
        }
        real("chisquare(self, df, size=None)", [.positive(0, "df")]) {
            $0.chiSquare(freedom: $1[0])
        }
        real(
            "noncentral_chisquare(self, df, nonc, size=None)",
            [.positive(0, "df"), .notNegative(1, "nonc")]
        ) { $0.chiSquare(freedom: $1[0], noncentrality: $1[1]) }
        real("f(self, dfnum, dfden, size=None)", [.positive(0, "dfnum"), .positive(1, "dfden")]) {
            $0.fisher($1[0], $1[1])
        }
        real(
            "noncentral_f(self, dfnum, dfden, nonc, size=None)",
            [.positive(0, "dfnum"), .positive(1, "dfden"), .notNegative(2, "nonc")]
        ) { $0.fisher($1[0], $1[1], noncentrality: $1[2]) }
        real("weibull(self, a, size=None)", [.notNegative(0, "a")]) { $0.weibull(shape: $1[0]) }
        real("wald(self, mean, scale, size=None)", [.positive(0, "mean"), .positive(1, "scale")]) {
            $0.wald(mean: $1[0], scale: $1[1])
        }
        real("rayleigh(self, scale=1.0, size=None)", [.notNegative(0, "scale")]) {
            $0.rayleigh(scale: $1[0])
        }
        real("pareto(self, a, size=None)", [.positive(0, "a")]) { $0.pareto(shape: $1[0]) }
        real("power(self, a, size=None)", [.positive(0, "a")]) { $0.power(exponent: $1[0]) }
    }

    private func defineDiscrete() {
        whole("binomial(self, n, p, size=None)", [.notNegative(0, "n"), .share(1, "p")]) {
            $0.binomial(trials: Int(exactly: $1[0].rounded(.towardZero)) ?? 0, probability: $1[1])
        }
        whole("poisson(self, lam=1.0, size=None)", [.rate(0, "lam")]) { $0.poisson(rate: $1[0]) }
        whole("geometric(self, p, size=None)", [.positiveShare(0, "p")]) {
            $0.geometric(probability: $1[0])
        }
        whole(
            "negative_binomial(self, n, p, size=None)", [.positive(0, "n"), .positiveShare(1, "p")]
        ) { $0.negativeBinomial(successes: $1[0], probability: $1[1]) }
        whole(
            "hypergeometric(self, ngood, nbad, nsample, size=None)",
            [.notNegative(0, "ngood"), .notNegative(1, "nbad"), .notNegative(2, "nsample"), .urn]
        ) { draws, row in
            let counts = row.map { Int(exactly: $0.rounded(.towardZero)) ?? 0 }
            return draws.hypergeometric(good: counts[0], bad: counts[1], sample: counts[2])
        }
        whole("logseries(self, p, size=None)", [.belowOne(0, "p")]) {
            $0.logSeries(probability: $1[0])
        }
        whole("zipf(self, a, size=None)", [.aboveOne(0, "a")]) { $0.zipf(exponent: $1[0]) }
    }

    private func defineVectors() {
        t.def("multinomial(self, n, pvals, size=None)") {
            (python: Interpreter, value: Value, trials: Int, shares: [Double], size: DrawSize)
                -> Value in
            guard trials >= 0 else { throw python.valueError("n < 0") }
            guard shares.dropLast().reduce(0, +) <= 1 + 1e-12 else {
                throw python.valueError("sum(pvals[:-1]) > 1.0")
            }
            let rows = try Self.source(value, python).draw { draws in
                (0..<size.count).flatMap { _ in
                    draws.multinomial(trials: trials, probabilities: shares)
                }
            }
            let shape = Shape((size.shape?.dimensions ?? []) + [shares.count])
            return python.ndarray(Tensor(rows.map(Int64.init), shape: shape))
        }
        t.def("dirichlet(self, alpha, size=None)") {
            (python: Interpreter, value: Value, shapes: [Double], size: DrawSize) -> Value in
            guard shapes.allSatisfy({ $0 > 0 }) else { throw python.valueError("alpha <= 0") }
            let rows = try Self.source(value, python).draw { draws in
                (0..<size.count).flatMap { _ in draws.dirichlet(shapes) }
            }
            let shape = Shape((size.shape?.dimensions ?? []) + [shapes.count])
            return python.ndarray(Tensor(rows, shape: shape))
        }
    }
}

/// The parameters of a distribution, one row for each draw.
private struct Parameters {
    let rows: [[Double]]
    let size: DrawSize

    /// What stands between the object and `size` in a bound call.
    init(_ values: [Value], _ domains: [ParameterDomain], in python: Interpreter) throws {
        let size = try DrawSize.from(values[values.count - 1], in: python)
        let tensors = try values[1..<(values.count - 1)].map {
            try ElementConversion.convert(
                ArrayLike.from($0, in: python), to: NumPyDType(dtype: .float64), in: python
            ).tensor
        }
        for domain in domains { try domain.check(tensors, in: python) }
        guard tensors.contains(where: { $0.rank > 0 }) else {
            rows = Array(repeating: tensors.map { $0.item.double }, count: size.count)
            self.size = size
            return
        }
        let common = try python.commonShape(tensors)
        let shape = size.shape ?? common
        guard common.stretches(to: shape) else {
            throw TensorError.notStretchable(common, to: shape)
        }
        let columns = tensors.map { $0.stretched(to: shape).doubles }
        rows = (0..<shape.count).map { place in columns.map { $0[place] } }
        self.size = DrawSize(shape: shape)
    }
}
