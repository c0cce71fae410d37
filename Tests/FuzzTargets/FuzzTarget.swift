/// A part of the program that takes bytes from strangers, and must survive all of them.
package struct FuzzTarget: Sendable {
    package let name: String
    /// Feeds the part; a process that still lives afterwards has passed.
    package let run: @Sendable ([UInt8]) -> Void

    /// The parts, in the order in which a note meets them.
    package static let all = [
        notes, jupyter, outputs, formulas, syntax, cells, printing, cache, weights,
    ]

    /// The part of that name; nil where there is none.
    package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
