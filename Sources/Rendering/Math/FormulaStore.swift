import Foundation

/// What typesetting gave, by formula, for all notes together.
///
/// Only formulas that stand alone belong here: what one means must not follow from a macro that its note defines.
package final class FormulaStore: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [Formula: TypesetFormula] = [:]

    package init() {}

    func result(of formula: Formula) -> TypesetFormula? {
        lock.withLock { results[formula] }
    }

    func keep(_ result: TypesetFormula, of formula: Formula) {
        lock.withLock { results[formula] = result }
    }
}

extension Formula {
    /// TeX that can change what later formulas mean.
    private static let definitions = ["def", "\\let", "futurelet", "command", "\\global"]

    /// Whether later formulas of the note may mean something else because of this one.
    var definesMacros: Bool { Self.definitions.contains { tex.contains($0) } }
}
