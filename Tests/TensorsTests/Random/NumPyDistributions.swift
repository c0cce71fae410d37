@testable import Tensors

/// The distributions that both of NumPy's interfaces draw from, each with the seed and the parameters of
/// its reference.
struct NumPyDistribution<State: NumPyDraws> {
    let name: String
    let seed: Int
    let count: Int
    let draw: (inout State) -> Double

    static var continuous: [NumPyDistribution] {
        [
            .init(name: "uniform", seed: 8, count: 100) { $0.uniform(-3, 7) },
            .init(name: "normal", seed: 9, count: 301) { $0.normal(mean: 3, deviation: 2.5) },
            .init(name: "lognormal", seed: 10, count: 300) {
                $0.logNormal(mean: 0.1, deviation: 0.5)
            },
            .init(name: "gamma 0.3", seed: 12, count: 400) { $0.gamma(shape: 0.3, scale: 2) },
            .init(name: "gamma 1.0", seed: 12, count: 400) { $0.gamma(shape: 1, scale: 2) },
            .init(name: "gamma 1.5", seed: 12, count: 400) { $0.gamma(shape: 1.5, scale: 2) },
            .init(name: "gamma 7.25", seed: 12, count: 400) { $0.gamma(shape: 7.25, scale: 2) },
            .init(name: "beta 0.5 0.5", seed: 13, count: 300) { $0.beta(0.5, 0.5) },
            .init(name: "beta 1 1", seed: 13, count: 300) { $0.beta(1, 1) },
            .init(name: "beta 2 3", seed: 13, count: 300) { $0.beta(2, 3) },
            .init(name: "beta 0.5 3", seed: 13, count: 300) { $0.beta(0.5, 3) },
            .init(name: "chisquare", seed: 15, count: 300) { $0.chiSquare(freedom: 3.5) },
            .init(name: "f", seed: 17, count: 200) { $0.fisher(3, 5) },
            .init(name: "noncentral_f", seed: 17, count: 200) {
                $0.fisher(3, 5, noncentrality: 1.5)
            },
            .init(name: "standard_t", seed: 18, count: 300) { $0.studentT(freedom: 4) },
            .init(name: "standard_cauchy", seed: 19, count: 200) { $0.standardCauchy() },
            .init(name: "weibull", seed: 20, count: 200) { $0.weibull(shape: 1.5) },
            .init(name: "wald", seed: 21, count: 300) { $0.wald(mean: 2, scale: 3) },
            .init(name: "laplace", seed: 22, count: 300) { $0.laplace(mean: 1, scale: 2) },
            .init(name: "gumbel", seed: 23, count: 300) { $0.gumbel(mode: 1, scale: 2) },
            .init(name: "logistic", seed: 24, count: 300) { $0.logistic(mean: 1, scale: 2) },
            .init(name: "triangular", seed: 25, count: 300) {
                $0.triangular(low: -1, mode: 0.5, high: 3)
            },
            .init(name: "vonmises 0", seed: 26, count: 200) {
                $0.vonMises(mean: 1, concentration: 0)
            },
            .init(name: "vonmises 1e-06", seed: 26, count: 200) {
                $0.vonMises(mean: 1, concentration: 1e-6)
            },
            .init(name: "vonmises 0.5", seed: 26, count: 200) {
                $0.vonMises(mean: 1, concentration: 0.5)
            },
            .init(name: "vonmises 4", seed: 26, count: 200) {
                $0.vonMises(mean: 1, concentration: 4)
            },
            .init(name: "standard_gamma", seed: 36, count: 100) { $0.standardGamma(shape: 2.5) },
        ]
    }

    static var discrete: [NumPyDistribution] {
        let rates: [Double] = [0, 0.5, 4, 9.99, 10, 35.5, 1000]
        let trials: [(Int, Double)] = [
            (10, 0.3), (10, 0.7), (1000, 0.01), (100, 0.5), (1000, 0.3), (1000, 0.8),
            (100000, 0.4),
        ]
        let poissons = rates.map { rate in
            let text = rate == rate.rounded() ? "\(Int(rate))" : "\(rate)"
            return NumPyDistribution(name: "poisson \(text)", seed: 31, count: 300) {
                Double($0.poisson(rate: rate))
            }
        }
        let binomials = trials.map { trials, probability in
            NumPyDistribution(name: "binomial \(trials) \(probability)", seed: 32, count: 400) {
                Double($0.binomial(trials: trials, probability: probability))
            }
        }
        return poissons + binomials + [
            .init(name: "negative_binomial", seed: 33, count: 300) {
                Double($0.negativeBinomial(successes: 5, probability: 0.3))
            },
            .init(name: "zipf", seed: 35, count: 300) { Double($0.zipf(exponent: 2.5)) },
        ]
    }
}
