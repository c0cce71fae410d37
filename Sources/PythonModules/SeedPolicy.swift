/// Where random numbers come from that a note does not seed.
package enum SeedPolicy: Sendable, Codable {
    /// The same numbers on every run.
    case fixed(UInt64)
    /// Other numbers on every run.
    case random

    /// Whether every run draws other numbers.
    package var isRandom: Bool {
        if case .random = self { true } else { false }
    }

    /// The seed of a run that names none.
    package static let usual: UInt64 = 20_150_615
}
