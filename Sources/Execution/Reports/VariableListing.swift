import Notebooks
import PythonRuntime

/// Lists a note's variables, and those that a cell made or changed.
struct VariableListing {
    private let python: Interpreter
    /// The variables after the last cell, and what they looked like.
    var known: [String: (value: Value, summary: VariableSummary)] = [:]

    init(_ python: Interpreter) { self.python = python }

    /// The variables that are new since the last call, bound again, or look different.
    mutating func changed(assigned: [String]) -> [VariableSummary] {
        let assigned = Set(assigned)
        let before = known
        known = [:]
        var changed: [VariableSummary] = []
        for name in names {
            guard let value = python.main.namespace[name] else { continue }
            let summary = summary(of: value, named: name, before: before[name])
            known[name] = (value, summary)
            let isSame = before[name].map {
                $0.value.isIdentical(to: value) && $0.summary == summary
            }
            if assigned.contains(name) || isSame != true { changed.append(summary) }
        }
        return changed
    }

    /// A value that can't change looks as it did.
    private func summary(
        of value: Value, named name: String, before: (value: Value, summary: VariableSummary)?
    ) -> VariableSummary {
        if let before, before.value.isIdentical(to: value), !(value.object is InstanceObject) {
            return before.summary
        }
        return ValueSummary(python).summary(of: value, named: name)
    }

    /// All variables after the last cell, in the order of their names.
    func all() -> [VariableSummary] { known.values.map(\.summary).sorted { $0.name < $1.name } }

    /// The note's own names: no modules, no names with underscores, no results.
    private var names: [String] {
        python.main.namespace.names.filter { name in
            !name.hasPrefix("_") && !ResultHistory.owns(name) && isOwn(python.main.namespace[name])
        }.sorted()
    }

    /// Modules, and functions and classes of libraries, are no variables of the note.
    private func isOwn(_ value: Value?) -> Bool {
        switch value?.object {
        case is ModuleObject, is NativeFunction: false
        case let type as TypeObject: !type.isBuiltin
        default: true
        }
    }
}
