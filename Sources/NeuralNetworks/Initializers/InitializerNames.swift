import Tensors

extension Initializer {
    /// A fresh initialiser of a name that Keras knows: `glorot_uniform`, `GlorotUniform`.
    package static func named(_ name: String) -> Initializer? {
        kinds.first { $0.name == name || $0.className == name }
            .map { Initializer($0.className, $0.rule) }
    }

    package struct Kind: Sendable {
        package let name: String
        package let className: String
        package let rule: Rule
    }

    /// The initialisers by Keras' two names, with their usual parameters.
    package static let kinds: [Kind] = [
        Kind(name: "zeros", className: "Zeros", rule: .zeros),
        Kind(name: "ones", className: "Ones", rule: .ones),
        Kind(name: "constant", className: "Constant", rule: .constant(0)),
        Kind(
            name: "random_normal", className: "RandomNormal",
            rule: .normal(mean: 0, deviation: 0.05)),
        Kind(name: "normal", className: "RandomNormal", rule: .normal(mean: 0, deviation: 0.05)),
        Kind(
            name: "random_uniform", className: "RandomUniform",
            rule: .uniform(low: -0.05, high: 0.05)),
        Kind(name: "uniform", className: "RandomUniform", rule: .uniform(low: -0.05, high: 0.05)),
        Kind(
            name: "truncated_normal", className: "TruncatedNormal",
            rule: .truncatedNormal(mean: 0, deviation: 0.05)),
        Kind(
            name: "variance_scaling", className: "VarianceScaling",
            rule: .scaled(
                VarianceScaling(scale: 1, mode: .fanIn, distribution: .truncatedNormal))),
        Kind(name: "glorot_uniform", className: "GlorotUniform", rule: .scaled(.glorotUniform)),
        Kind(name: "glorot_normal", className: "GlorotNormal", rule: .scaled(.glorotNormal)),
        Kind(name: "he_uniform", className: "HeUniform", rule: .scaled(.heUniform)),
        Kind(name: "he_normal", className: "HeNormal", rule: .scaled(.heNormal)),
        Kind(name: "lecun_uniform", className: "LecunUniform", rule: .scaled(.lecunUniform)),
        Kind(name: "lecun_normal", className: "LecunNormal", rule: .scaled(.lecunNormal)),
        Kind(name: "orthogonal", className: "Orthogonal", rule: .orthogonal(gain: 1)),
        Kind(name: "identity", className: "Identity", rule: .identity(gain: 1)),
    ]
}
