/// TensorFlow's random operations; each keeps its own counters.
package enum RandomOperation: String, Sendable, Hashable, Codable {
    case standardNormal, truncatedNormal, uniform, uniformInteger, shuffle, categorical, gamma,
        poisson
}
