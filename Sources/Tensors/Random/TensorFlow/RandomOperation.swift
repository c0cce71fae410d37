/// TensorFlow's random operations; each keeps its own counters.
package enum RandomOperation: Sendable, Hashable {
    case standardNormal, truncatedNormal, uniform, uniformInteger, shuffle, categorical, gamma,
        poisson
}
