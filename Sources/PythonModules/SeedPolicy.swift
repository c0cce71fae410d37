/// Where random numbers come from that a note does not seed.
package enum SeedPolicy: Sendable {
    /// The same numbers on every run.
    case fixed(UInt64)
    /// Other numbers on every run.
    case random

    /// The seed of a run that names none.
    package static let usual: UInt64 = 20_150_615
}
